import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { db } from "@/lib/db";
import { format2021 } from "@/lib/format/2021";
import { cellsOf, fromContent, toContent } from "@/lib/format/content";
import { canonical, contentHash, sectionHashes } from "@/lib/format/hash";
import { createReport } from "@/lib/reports/commands";
import { explainFindings } from "@/lib/reports/findings/commands";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { education2025 } from "@/prisma/seed/texts";
import { callApi } from "@/tests/support/api";
import { actorOf, draftReport, publishedReport, seedDistrict, tokenOf } from "@/tests/support/demo";

let year = 2010;
let last = "";
let token = "";

beforeAll(async () => {
  await seedDistrict();
  token = await tokenOf("sfj.clerk");
});

beforeEach(() => {
  // Far enough apart that no test's report is another's last year.
  year += 3;
});

async function create(scope: "own" | "area" = "own") {
  const actor = await actorOf("sfj.clerk");
  return (await createReport(actor, { bureau: "sfj", year, scope }, new Date())).id;
}

async function read(id: string) {
  return getReport(await actorOf("sfj.clerk"), id, new Date());
}

async function carriedIn(id: string) {
  const { sections } = await read(id);
  const cells = Object.entries(cellsOf(sections, "applications"));
  return Object.fromEntries(cells.filter(([, value]) => value !== null));
}

async function write(id: string, value: number | null) {
  const actor = await actorOf("sfj.clerk");
  const { versions } = await read(id);
  const change = { cells: { "carriedIn.naturalPerson": value } };
  const ifMatch = versions.applications.version;
  await saveSection(actor, { reportId: id, key: "applications", ifMatch, change }, new Date());
}

async function t07(id: string) {
  return (await read(id)).findings.filter((finding) => finding.rule === "T07");
}

/** A second publication, as a correction of last year leaves it. */
async function correctLastYear(naturalPerson: number) {
  const first = await db.publication.findFirstOrThrow({
    where: { reportId: last },
    include: { revision: true },
  });
  const content = JSON.parse(first.revision.content);
  const sections = fromContent(content);
  const { applications } = sections;
  if (applications.kind !== "table") throw new Error("No table");
  applications.cells["carriedOut.naturalPerson"] = naturalPerson;
  const hashes = sectionHashes(format2021, sections);
  const { id: _, ...revision } = first.revision;
  const stored = await db.revision.create({
    data: {
      ...revision,
      no: revision.no + 1,
      content: canonical(toContent(content, sections)),
      sectionHashes: canonical(hashes),
      contentHash: contentHash(content, hashes),
    },
  });
  const newest = await db.publication.findFirstOrThrow({ orderBy: { seq: "desc" } });
  const { id: __, revision: ___, ...facts } = first;
  await db.publication.create({
    data: {
      ...facts,
      seq: newest.seq + 1,
      no: 2,
      label: "1.1",
      revisionId: stored.id,
      contentHash: stored.contentHash,
      previousHash: newest.hash,
      hash: randomUUID().replaceAll("-", "").repeat(2),
    },
  });
}

describe("a new year's report", () => {
  beforeEach(async () => {
    last = await publishedReport("sfj", year - 1, education2025);
  });

  test("begins with what last year handed on, column by column, marked, and nothing else", async () => {
    const id = await create();
    expect(await carriedIn(id)).toEqual({
      "carriedIn.naturalPerson": 1,
      "carriedIn.business": 0,
      "carriedIn.research": 0,
      "carriedIn.charity": 0,
      "carriedIn.legalService": 0,
      "carriedIn.otherBody": 0,
      "carriedIn.total": 1,
    });
    const { versions, sections, hashes } = await read(id);
    expect(versions.applications.origins["carriedIn.naturalPerson"]).toBe("carried");
    expect(Object.keys(versions.applications.origins)).toHaveLength(6);
    expect(sectionHashes(format2021, sections)).toEqual(hashes);
    expect(await t07(id)).toEqual([]);
  });

  test("makes nobody a drafter and leaves no history", async () => {
    const id = await create();
    expect(await read(id)).toMatchObject({ drafters: [], lastEditorId: null });
    expect(await db.sectionHistory.count({ where: { reportId: id } })).toBe(0);
  });

  test("of another scope carries nothing", async () => {
    expect(await carriedIn(await create("area"))).toEqual({});
  });

  test("wants a reason where the number is changed, and none once it is put back", async () => {
    const id = await create();
    await write(id, 4);
    const [finding, ...rest] = await t07(id);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ tier: "warn", expected: "1", actual: "4", explanation: null });
    const { versions, submitBlocks } = await read(id);
    expect(versions.applications.origins["carriedIn.naturalPerson"]).toBe("typed");
    expect(submitBlocks.some((block) => block.includes("上年结转为4件"))).toBe(true);
    const clerk = await actorOf("sfj.clerk");
    const fingerprints = [finding?.fingerprint ?? ""];
    await explainFindings(clerk, id, { fingerprints, reason: "机构合并" }, new Date());
    expect((await read(id)).submitBlocks.some((b) => b.includes("上年结转为4件"))).toBe(false);
    await write(id, 5);
    expect((await t07(id))[0]?.explanation).toBeNull();
    await write(id, 1);
    expect(await t07(id)).toEqual([]);
  });

  test("shows a later correction of last year, and carries the corrected number from then on", async () => {
    const id = await create();
    await correctLastYear(3);
    expect(await carriedIn(id)).toMatchObject({ "carriedIn.naturalPerson": 1 });
    expect(await t07(id)).toMatchObject([
      { cell: "carriedIn.naturalPerson", expected: "3", actual: "1", explanation: null },
    ]);
    await write(id, 3);
    expect(await t07(id)).toEqual([]);
  });

  test("carries the corrected number where the correction came first", async () => {
    await correctLastYear(3);
    expect(await carriedIn(await create())).toMatchObject({ "carriedIn.naturalPerson": 3 });
  });

  test("takes an imported number over the carried one, and says that they differ", async () => {
    const id = await create();
    const zeros = "\t0".repeat(5);
    const text = [
      `灋河回族区司法局${year}年政府信息公开工作年度报告`,
      "三、收到和处理政府信息公开申请情况",
      `一、本年新收政府信息公开申请数量\t6${zeros}\t6`,
      `二、上年结转政府信息公开申请数量\t2${zeros}\t2`,
    ].join("\n");
    const answer = await callApi(postImport, {
      token,
      method: "POST",
      params: { id },
      query: "?apply=true",
      body: text,
    });
    expect(answer.status).toBe(200);
    expect(answer.body.changes).toContainEqual(
      expect.objectContaining({ cell: "carriedIn.naturalPerson", before: "1", after: "2" }),
    );
    expect(await carriedIn(id)).toMatchObject({ "carriedIn.naturalPerson": 2 });
    const { versions } = await read(id);
    expect(versions.applications.origins["carriedIn.naturalPerson"]).toBe("imported");
    expect(await t07(id)).toMatchObject([{ expected: "1", actual: "2" }]);
  });
});

test("without last year's report here the table begins blank", async () => {
  const id = await create();
  expect(await carriedIn(id)).toEqual({});
  expect((await read(id)).versions.applications.origins).toEqual({});
});

test("last year's report that is not public hands nothing on", async () => {
  await draftReport("sfj", year - 1, education2025);
  expect(await carriedIn(await create())).toEqual({});
});

test("a withdrawn report hands nothing on", async () => {
  last = await publishedReport("sfj", year - 1, education2025);
  await db.report.update({ where: { id: last }, data: { live: "WITHDRAWN" } });
  expect(await carriedIn(await create())).toEqual({});
});
