import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verify";
import { closeDatabase, db } from "@/lib/db";
import { seed } from "@/scripts/demonstration.mjs";
import { migrate } from "@/scripts/migrations.mjs";
import { makeTemporaryDataDir } from "@/scripts/temporary-data.mjs";
import { tokenOf } from "@/tests/support/demo";
import { type Site, startSite, verifyAudit } from "@/tests/support/site";
import {
  numberIn,
  type Place,
  readReport,
  type Writer,
  writersOf,
  writeUntilKilled,
} from "@/tests/support/writers";

let dataDir = "";
let site: Site;
let id = "";
let places: Place[] = [];
let year = 2030;

beforeAll(async () => {
  dataDir = await makeTemporaryDataDir();
  site = await startSite(dataDir, async (urls) => {
    await migrate(urls);
    await seed(urls);
  });
  const [clerk, clerk2] = [await tokenOf("sfj.clerk"), await tokenOf("sfj.clerk2")];
  id = await createReport(clerk);
  places = [
    { token: clerk, section: "applications", cell: "received.naturalPerson" },
    { token: clerk2, section: "applications", cell: "received.business" },
    { token: clerk, section: "applications", cell: "granted.naturalPerson" },
    { token: clerk2, section: "applications", cell: "granted.business" },
    { token: clerk, section: "proactive", cell: "licences" },
    { token: clerk2, section: "proactive", cell: "penalties" },
    { token: clerk, section: "problems" },
    { token: clerk2, section: "other" },
  ];
});

afterAll(async () => {
  await closeDatabase();
  await site?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function createReport(token: string): Promise<string> {
  year += 1;
  const answer = await fetch(`${site.url}/api/v1/reports`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ bureau: "sfj", year }),
  });
  if (answer.status !== 201) throw new Error(`POST /reports: ${answer.status}`);
  return (await answer.json()).id;
}

/** Facts for the audit chain, one after the other until the site answers no more. */
async function createUntilKilled(token: string): Promise<string[]> {
  const created: string[] = [];
  for (;;) {
    const answered = await createReport(token).catch(() => null);
    if (!answered) return created;
    created.push(answered);
  }
}

/** Everybody works, and in the middle of it something is killed. */
async function workUntil(kill: () => Promise<unknown>) {
  const writers = await writersOf(site, id, places);
  const before = writers.map((writer) => writer.saved);
  let ended = 0;
  const work = writers.map((writer) => writeUntilKilled(site, id, writer).then(() => ended++));
  const facts = createUntilKilled(places[0]?.token ?? "");
  const isInTheMiddle = () => writers.every((writer, i) => writer.saved >= (before[i] ?? 0) + 15);
  while (ended === 0 && !isInTheMiddle()) await sleep(20);
  await kill();
  await Promise.all(work);
  expect(writers.flatMap((writer) => writer.refusals)).toEqual([]);
  expect(isInTheMiddle()).toBe(true);
  return { writers, created: await facts };
}

async function restart() {
  await closeDatabase();
  await site.stop();
  site = await startSite(dataDir);
}

async function expectEverythingThere(writers: Writer[], created: string[]) {
  const report = await readReport(site, id, places[0]?.token ?? "");
  for (const writer of writers) {
    const stored = numberIn(report, writer);
    expect(stored).toBeGreaterThanOrEqual(writer.saved);
    expect(stored).toBeLessThanOrEqual(writer.tried);
  }
  expect(await db.report.count({ where: { id: { in: created } } })).toBe(created.length);
  expect(created.length).toBeGreaterThan(0);
  await expectHistoryMatches();
  expect(await verifyChains()).toMatchObject({ faults: [] });
  expect(verifyAudit(site)).toBe(0);
}

/** The newest history row of each section holds what the section holds. */
async function expectHistoryMatches() {
  const sections = [...new Set(places.map((place) => place.section))];
  const select = { key: true, version: true, hash: true } as const;
  const where = { reportId: id, key: { in: sections } };
  const stored = await db.reportSection.findMany({ where, select, orderBy: { key: "asc" } });
  const newest = await db.sectionHistory.findMany({
    where,
    select,
    distinct: ["key"],
    orderBy: [{ key: "asc" }, { version: "desc" }],
  });
  expect(newest).toEqual(stored);
}

test("the app killed while people save: everything answered 200 is there", async () => {
  const { writers, created } = await workUntil(() => site.killApp());
  await restart();
  await expectEverythingThere(writers, created);
});

test("the database killed while people save: everything answered 200 is there", async () => {
  const { writers, created } = await workUntil(() => site.killDatabase());
  await restart();
  await expectEverythingThere(writers, created);
});
