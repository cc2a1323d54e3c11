import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PUT } from "@/app/api/v1/reports/[id]/carry-statement/route";
import { GET as readReport } from "@/app/api/v1/reports/[id]/route";
import { db } from "@/lib/db";
import { format2021 } from "@/lib/format/2021";
import { cellsOf } from "@/lib/format/content";
import { sectionHashes } from "@/lib/format/hash";
import { answers } from "@/lib/openapi/schemas";
import { explainFindings } from "@/lib/reports/findings/commands";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { education2025 } from "@/prisma/seed/texts";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  actorOf,
  draftReport,
  publishedReport,
  seedDistrict,
  tokenOf,
} from "@/tests/support/demo";

const tokens: Record<string, string> = {};
let year = 2010;
let id = "";

/** What the demonstration report of 教育局 hands on, and nothing else. */
const carriedOut = {
  naturalPerson: 2,
  business: 0,
  research: 0,
  charity: 0,
  legalService: 0,
  otherBody: 0,
};
const input = { carriedOut, document: "2009年度报告纸质存档件" };

beforeAll(async () => {
  await seedDistrict();
  for (const who of ["sfj.clerk", "sfj.clerk2", "sfj.review1", "jyj.clerk"]) {
    tokens[who] = await tokenOf(who);
  }
});

beforeEach(async () => {
  // Far enough apart that no test's report is another's last year.
  year += 3;
  id = await draftReport("sfj", year);
  await write({ "carriedIn.naturalPerson": null, "carriedIn.business": null });
});

function state(body: unknown = input, who = "sfj.clerk2") {
  return callApi(PUT, { token: tokens[who] ?? "", method: "PUT", params: { id }, body });
}

async function read() {
  return getReport(await actorOf("sfj.clerk"), id, new Date());
}

async function write(cells: Record<string, number | null>) {
  const { versions } = await read();
  const change = { reportId: id, key: "applications", ifMatch: versions.applications.version };
  await saveSection(await actorOf("sfj.clerk"), { ...change, change: { cells } }, new Date());
}

async function found(rule: string) {
  return (await read()).findings.filter((finding) => finding.rule === rule);
}

test("fills what is blank, marked, with who stated it and from what, and begins a check", async () => {
  const before = await read();
  expect((await state()).status).toBe(204);
  const after = await read();
  const cells = cellsOf(after.sections, "applications");
  expect(cells).toMatchObject({ "carriedIn.naturalPerson": 2, "carriedIn.business": 0 });
  const { origins } = after.versions.applications;
  expect(origins["carriedIn.naturalPerson"]).toBe("stated");
  // The demonstration text has it typed already.
  expect(origins["carriedIn.research"]).toBe("typed");
  expect(after.statement).toMatchObject({ ...input, byName: (await actorOf("sfj.clerk2")).name });
  expect(after.version).toBe(before.version + 1);
  expect(sectionHashes(format2021, after.sections)).toEqual(after.hashes);
  expect(after.drafters).toContain((await actorOf("sfj.clerk2")).userId);
  expect(await found("T07")).toEqual([]);
  expect(await found("T17")).toMatchObject([{ tier: "hint", certain: false }]);
  const answer = await callApi(readReport, { token: tokens["sfj.clerk"] ?? "", params: { id } });
  expect(answers.Report.parse(answer.body).carryStatement).toEqual(after.statement);
  const fact = await db.auditEvent.findFirstOrThrow({
    where: { subject: id, type: "carry-over-stated" },
  });
  expect(JSON.parse(fact.data)).toEqual({ carriedOut: [2, 0, 0, 0, 0, 0] });
});

test("changing the number afterwards wants a reason, as if the report were there", async () => {
  await state();
  await write({ "carriedIn.naturalPerson": 4 });
  const [finding] = await found("T07");
  expect(finding).toMatchObject({ tier: "warn", expected: "2", actual: "4", explanation: null });
  expect((await read()).versions.applications.origins["carriedIn.naturalPerson"]).toBe("typed");
  expect((await read()).submitBlocks.join()).toContain("自填的上年结转下年度为2件");
  const fingerprints = [finding?.fingerprint ?? ""];
  const clerk = await actorOf("sfj.clerk");
  await explainFindings(clerk, id, { fingerprints, reason: "机构合并" }, new Date());
  expect((await read()).submitBlocks.join()).not.toContain("自填的上年结转");
});

test("is corrected by another one; what was typed since then stays", async () => {
  await state();
  await write({ "carriedIn.business": 1 });
  const next = { ...carriedOut, naturalPerson: 3 };
  await state({ carriedOut: next, document: "更正后的存档件" });
  const { sections, statement } = await read();
  expect(cellsOf(sections, "applications")).toMatchObject({
    "carriedIn.naturalPerson": 3,
    "carriedIn.business": 1,
  });
  expect(statement).toMatchObject({ carriedOut: next, document: "更正后的存档件" });
  expect(await found("T07")).toMatchObject([{ cell: "carriedIn.business", expected: "0" }]);
  expect(await db.carryStatement.count({ where: { reportId: id } })).toBe(2);
});

test("gives way to last year's report once that is here: a difference is a finding", async () => {
  await state();
  await publishedReport("sfj", year - 1, education2025);
  expect(await found("T07")).toMatchObject([
    { cell: "carriedIn.naturalPerson", expected: "1", actual: "2", explanation: null },
  ]);
  expect((await found("T07"))[0]?.message).toContain("上年报告结转下年度为1件");
  expect(await found("T17")).toEqual([]);
  const refused = await state();
  expectRefusal(refused, 409);
  expect(refused.body.reasons.join()).toContain(`${year - 1}年度报告`);
  await write({ "carriedIn.naturalPerson": 1 });
  expect(await found("T07")).toEqual([]);
});

describe("who and when", () => {
  test("a drafter of the bureau, while 表三 may be edited", async () => {
    expectRefusal(await state(input, "sfj.review1"), 403);
    expectRefusal(await state(input, "jyj.clerk"), 404);
    expect((await state(input, "sfj.clerk")).status).toBe(204);
  });

  test("not what is no count, or names no document", async () => {
    const { otherBody: _, ...five } = carriedOut;
    const refused: unknown[] = [
      {},
      { carriedOut },
      { carriedOut: five, document: "存档件" },
      { carriedOut: { ...carriedOut, total: 2 }, document: "存档件" },
      { carriedOut: { ...carriedOut, business: -1 }, document: "存档件" },
      { carriedOut: { ...carriedOut, business: 1.5 }, document: "存档件" },
      { carriedOut: { ...carriedOut, business: null }, document: "存档件" },
      { carriedOut: { ...carriedOut, business: 1e9 }, document: "存档件" },
      { carriedOut, document: " 件 " },
      { carriedOut, document: "长".repeat(101) },
      { carriedOut, document: "倒\u202e着的件" },
      { carriedOut, document: "断开\ud800" },
    ];
    for (const body of refused) expectRefusal(await state(body), 422);
    expect(await db.carryStatement.count({ where: { reportId: id } })).toBe(0);
  });
});

test("not in review, and not where another section alone was returned", async () => {
  await state();
  const other = await draftReport("sfj", year + 1);
  id = other;
  await act("sfj.clerk", id, { event: "submit" });
  expectRefusal(await state(), 409);
  const items = [{ section: "problems", words: "请写具体。" }];
  await act("sfj.review1", id, { event: "return", items });
  expectRefusal(await state(), 409);
});
