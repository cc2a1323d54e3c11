import { beforeAll, expect, test } from "vitest";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { sha256 } from "@/lib/format/hash";
import { createReport } from "@/lib/reports/commands";
import { saveSection, storeSections } from "@/lib/reports/sections/commands";
import { actorOf, draftReport, seedDistrict } from "@/tests/support/demo";

// Who must wait for a lock is refused instead: nothing here depends on how long anything takes.
const patience = encodeURIComponent("-c lock_timeout=1000");
process.env.DATABASE_URL = `${process.env.DATABASE_URL}?options=${patience}`;

const now = new Date("2026-01-10T02:00:00Z");
let justice: Actor;
let education: Actor;
let ours = "";
let theirs = "";

beforeAll(async () => {
  await seedDistrict();
  justice = await actorOf("sfj.clerk");
  education = await actorOf("jyj.clerk");
  ours = await draftReport("sfj", 2025);
  theirs = await draftReport("jyj", 2025);
});

function save(actor: Actor, reportId: string, licences: number) {
  const change = { cells: { licences } };
  return saveSection(actor, { reportId, key: "proactive", ifMatch: 2, change }, now);
}

test("a save that is not yet committed keeps no other bureau waiting", async () => {
  const content = '{"paragraphs":["还没有提交的一段。"]}';
  const hash = sha256(content);
  const text = { key: "other", content, hash, origins: {}, apart: false };
  await db.$transaction(async (tx) => {
    await storeSections(tx, justice, ours, [text], now);
    await expect(save(education, theirs, 77)).resolves.toMatchObject({ version: 3 });
    await expect(save(justice, ours, 77)).rejects.toThrow(/lock timeout/);
  });
});

test("facts of different bureaus do not wait for each other, those of one chain do", async () => {
  const by = { id: justice.userId, name: justice.name };
  const fact = { chain: "sfj", type: "report-created" as const, actor: by, subject: ours };
  await db.$transaction(async (tx) => {
    await appendAudit(tx, { ...fact, data: {} }, now);
    const year = 2030;
    const created = createReport(education, { bureau: "jyj", year, scope: "own" }, now);
    await expect(created).resolves.toHaveProperty("id");
    const own = createReport(justice, { bureau: "sfj", year, scope: "own" }, now);
    await expect(own).rejects.toThrow(/lock timeout/);
  });
});
