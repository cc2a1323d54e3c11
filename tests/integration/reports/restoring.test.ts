import { beforeAll, expect, test } from "vitest";
import { POST as postRestoration } from "@/app/api/v1/reports/[id]/revisions/[no]/restoration/route";
import { GET as listRevisions, POST as postName } from "@/app/api/v1/reports/[id]/revisions/route";
import { db } from "@/lib/db";
import type { SectionKey } from "@/lib/format/format";
import { answers } from "@/lib/openapi/schemas";
import { importText } from "@/lib/reports/imports/commands";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import type { SectionChange } from "@/lib/reports/sections/schema";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  actorOf,
  draftReport,
  explainAll,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";

const tokens: Record<string, string> = {};

beforeAll(async () => {
  await seedDistrict();
  for (const name of ["clerk", "review1", "admin"]) tokens[name] = await tokenOf(`sfj.${name}`);
});

async function record(id: string) {
  return getReport(await actorOf("sfj.clerk"), id, new Date());
}

async function versionOf(id: string): Promise<number> {
  return (await record(id)).version;
}

async function save(id: string, key: SectionKey, change: SectionChange) {
  const { versions } = await record(id);
  const input = { reportId: id, key, ifMatch: versions[key].version, change };
  await saveSection(await actorOf("sfj.clerk"), input, new Date());
}

async function name(id: string, called: unknown, who = "clerk", version?: number) {
  const body = { name: called, version: version ?? (await versionOf(id)) };
  return callApi(postName, { token: tokens[who] ?? "", method: "POST", params: { id }, body });
}

async function restore(id: string, no: number, who = "clerk", version?: number) {
  const body = { version: version ?? (await versionOf(id)) };
  const params = { id, no: String(no) };
  return callApi(postRestoration, { token: tokens[who] ?? "", method: "POST", params, body });
}

async function revisionsOf(id: string) {
  const { body } = await callApi(listRevisions, { token: tokens.clerk ?? "", params: { id } });
  expect(answers.RevisionList.parse(body)).toEqual(body);
  return body.items as { no: number; reason: string; name: string; contentHash: string }[];
}

test("an older text comes back whole as a new 稿, and what stood there stays", async () => {
  const id = await draftReport("sfj", 2025);
  const named = await name(id, "局长办公会前");
  expect(named.status).toBe(201);
  expect(answers.Revision.parse(named.body)).toEqual(named.body);
  const first = await record(id);
  await save(id, "problems", { paragraphs: ["改过的一段。"] });
  await save(id, "proactive", { cells: { licences: 987, penalties: null } });
  const second = await record(id);
  const answer = await restore(id, 1);
  expect(answer.status).toBe(201);
  expect(answers.Revision.parse(answer.body)).toEqual(answer.body);
  const present = await record(id);
  expect(present.sections).toEqual(first.sections);
  expect(present.contentHash).toBe(first.contentHash);
  expect(present.hashes).toEqual(first.hashes);
  expect(present.version).toBeGreaterThan(second.version);
  expect((await revisionsOf(id)).map((r) => [r.no, r.reason, r.name, r.contentHash])).toEqual([
    [3, "RESTORED", "恢复自第 1 稿", first.contentHash],
    [2, "KEPT", "", second.contentHash],
    [1, "NAMED", "局长办公会前", first.contentHash],
  ]);
  const event = await db.auditEvent.findFirst({
    where: { type: "revision-restored", subject: id },
  });
  expect(JSON.parse(event?.data ?? "{}")).toEqual({
    revision: 3,
    from: 1,
    contentHash: first.contentHash,
  });
  expectRefusal(await restore(id, 1), 409);
  expect((await restore(id, 2)).status).toBe(201);
  expect((await record(id)).contentHash).toBe(second.contentHash);
  // The text that went had its 稿 already: it is not kept twice.
  expect((await revisionsOf(id)).map((r) => r.reason)).toEqual([
    "RESTORED",
    "RESTORED",
    "KEPT",
    "NAMED",
  ]);
});

test("what came back counts as typed by who brought it back, the rest keeps its origin", async () => {
  const id = await draftReport("sfj", 2024);
  await name(id, "导入前");
  const text = "五、存在的主要问题及改进情况\n导入的一段。";
  const clerk2 = await actorOf("sfj.clerk2");
  await importText(clerk2, { reportId: id, text, confirmed: true }, new Date());
  expect((await record(id)).versions.problems.origins).toEqual({ paragraphs: "imported" });
  const other = (await record(id)).versions.other;
  await restore(id, 1);
  const { versions, lastEditorId } = await record(id);
  expect(versions.problems.origins).toEqual({ paragraphs: "typed" });
  expect(versions.other).toEqual(other);
  expect(lastEditorId).toBe((await actorOf("sfj.clerk")).userId);
});

test("after a return only the returned sections come back", async () => {
  const id = await draftReport("sfj", 2023);
  await save(id, "problems", { paragraphs: ["旧的问题。"] });
  await name(id, "旧稿");
  await save(id, "problems", { paragraphs: ["新的问题，写明了整改期限和责任科室。"] });
  await save(id, "overview.management", { paragraphs: ["目录每季清理一次，过期的予以注明。"] });
  const before = await record(id);
  await explainAll("sfj.clerk", id);
  await act("sfj.clerk", id, { event: "submit" });
  expectRefusal(await restore(id, 1), 409);
  expectRefusal(await name(id, "审核中的"), 409);
  const items = [{ section: "problems", words: "请改回。" }];
  await act("sfj.review1", id, { event: "return", items });
  expect((await restore(id, 1)).status).toBe(201);
  const after = await record(id);
  expect(after.sections.problems).toEqual({ kind: "prose", paragraphs: ["旧的问题。"] });
  const other = "overview.management";
  expect(after.sections[other]).toEqual(before.sections[other]);
});

test("who may not, and what is not there, is refused; nothing is written", async () => {
  const id = await draftReport("sfj", 2022);
  await name(id, "一稿");
  await save(id, "problems", { paragraphs: ["改。"] });
  const other = await submittedReport("sfj", 2021);
  const before = await record(id);
  for (const who of ["review1", "admin"]) {
    expectRefusal(await restore(id, 1, who), 403);
    expectRefusal(await name(id, "名", who), 403);
  }
  expectRefusal(await restore(id, 9), 404);
  expectRefusal(await restore(id, 1, "clerk", before.version - 1), 409);
  expectRefusal(await name(id, "名", "clerk", before.version + 1), 409);
  for (const bad of ["", "  ", "长".repeat(51), "倒\u202e着", "\ud800", 7, undefined]) {
    expectRefusal(await name(id, bad), 422);
  }
  expectRefusal(await restore(other, 1), 409);
  expect(await record(id)).toEqual(before);
  expect(await revisionsOf(id)).toHaveLength(1);
});

test("two people restore at once: one does, the other is told", async () => {
  const id = await draftReport("sfj", 2020);
  await name(id, "一稿");
  await save(id, "problems", { paragraphs: ["改。"] });
  const version = await versionOf(id);
  const both = await Promise.all([
    restore(id, 1, "clerk", version),
    restore(id, 1, "clerk", version),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});
