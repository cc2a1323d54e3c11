import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/v1/reports/[id]/diff/[document]/route";
import { db } from "@/lib/db";
import type { SectionKey } from "@/lib/format/format";
import { sha256 } from "@/lib/format/hash";
import { explainFindings } from "@/lib/reports/findings/commands";
import { exportHandout } from "@/lib/reports/handouts/commands";
import { handoutNames } from "@/lib/reports/handouts/schema";
import { getReport } from "@/lib/reports/queries";
import { nameRevision } from "@/lib/reports/revisions/commands";
import { saveSection } from "@/lib/reports/sections/commands";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  actorOf,
  draftReport,
  pass,
  publishedReport,
  seedDistrict,
  tokenOf,
} from "@/tests/support/demo";
import { charactersIn } from "@/tests/support/pdf-text";
import { wordParagraphs } from "@/tests/support/word-text";

const now = new Date("2026-03-02T02:00:00Z");
let id = "";

/** 第1稿 was kept, 第2稿 submitted and returned; 第3稿 answers that, 第4稿 goes on. */
beforeAll(async () => {
  await seedDistrict();
  await publishedReport("sfj", 2023);
  id = await draftReport("sfj", 2024);
  await keep("初稿");
  await save("other", { paragraphs: ["本年度未收取信息处理费。"] });
  await act("sfj.clerk", id, { event: "submit" });
  await pass("sfj.review1", id);
  const items = [
    { section: "applications", cell: "received.business", words: "请与台账核对" },
    { section: "other", words: "写明\n是否收费" },
  ];
  await act("sfj.review2", id, { event: "return", items });
  await save("other", {
    paragraphs: ["本年度未收取信息处理费。", "本年度没有瀍水流域的收费事项。"],
  });
  await save("applications", { cells: { "received.business": 7, "carriedIn.business": 2 } });
  const clerk = await actorOf("sfj.clerk");
  const { findings } = await getReport(clerk, id, now);
  const fingerprints = findings
    .filter(({ tier, cell }) => tier === "warn" && cell === "carriedIn.business")
    .map(({ fingerprint }) => fingerprint);
  await explainFindings(clerk, id, { fingerprints, reason: "上年漏统两件" }, now);
  await keep("局务会稿");
  await save("other", { paragraphs: ["本年度未收取信息处理费。"] });
  await keep("会后稿");
}, 60_000);

async function save(key: SectionKey, change: Parameters<typeof saveSection>[1]["change"]) {
  const clerk = await actorOf("sfj.clerk");
  const { versions } = await getReport(clerk, id, now);
  await saveSection(clerk, { reportId: id, key, ifMatch: versions[key].version, change }, now);
}

async function keep(name: string) {
  const clerk = await actorOf("sfj.clerk");
  const { version } = await getReport(clerk, id, now);
  await nameRevision(clerk, id, { name, version }, now);
}

async function take(name: string, { from = 2, to = 3, account = "sfj.clerk", at = now } = {}) {
  return exportHandout(await actorOf(account), id, { name, from, to }, at);
}

test.each(handoutNames)("%s is the same file for everybody, at any time", async (name) => {
  const one = await take(name);
  const other = await take(name, { account: "sfj.review3", at: new Date("2027-01-01T00:00:00Z") });
  expect(sha256(other.bytes)).toBe(sha256(one.bytes));
});

test("修改对照表 says what was asked for and explained beside what became of it", async () => {
  const paragraphs = await wordParagraphs((await take("changes.docx")).bytes);
  const at = paragraphs.indexOf("「商业企业」列");
  expect(paragraphs.slice(at, at + 4)).toEqual([
    "「商业企业」列",
    expect.stringMatching(/^\d+$/),
    "7",
    expect.stringMatching(/^退回意见（.+，第 2 稿）：请与台账核对$/),
  ]);
  expect(paragraphs).toContainEqual(expect.stringMatching(/^情况说明（.+）：上年漏统两件$/));
  expect(paragraphs.slice(paragraphs.indexOf("本年度没有瀍水流域的收费事项。"))).toEqual([
    "本年度没有瀍水流域的收费事项。",
    "新增一段",
    expect.stringMatching(/^退回意见（.+，第 2 稿）：写明 是否收费$/),
    "共 3 处改动。",
  ]);
});

test.each([
  ["before it was asked", 1, 2],
  ["after it was answered", 3, 4],
  ["the other way round", 3, 2],
])("what a reviewer asked is no reason %s", async (_, from, to) => {
  const paragraphs = await wordParagraphs((await take("changes.docx", { from, to })).bytes);
  expect(paragraphs).toContain("六、其他需要报告的事项");
  expect(paragraphs.join()).not.toContain("退回意见");
});

test("清稿 is the text of the new one of the two", async () => {
  expect(charactersIn((await take("clean.pdf")).bytes)).toContain("瀍");
  const older = await take("clean.pdf", { from: 3, to: 2 });
  expect(charactersIn(older.bytes)).not.toContain("瀍");
});

describe("over the API", () => {
  const ask = async (query: string, account = "sfj.clerk", document = "marked.docx") =>
    callApi(GET, { token: await tokenOf(account), params: { id, document }, query });

  const facts = () =>
    Promise.all([
      db.report.findUniqueOrThrow({ where: { id } }),
      db.reportSection.findMany({ where: { reportId: id } }),
      db.revision.count({ where: { reportId: id } }),
      db.sectionHistory.count({ where: { reportId: id } }),
    ]);
  const exports = () =>
    db.auditEvent.findMany({ where: { type: "exported", subject: id }, orderBy: { seq: "asc" } });

  test("changes nothing of the report, and is one fact in the log", async () => {
    const [before, logged] = [await facts(), await exports()];
    const answer = await ask("?from=2&to=3", "sfj.clerk2");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("wordprocessingml");
    const disposition = answer.headers.get("content-disposition") ?? "";
    expect(disposition).toContain('attachment; filename="sfj-2024-2-3-marked.docx"');
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? "")).toBe(
      "灋河回族区司法局2024年度报告花脸稿（第2稿至第3稿）.docx",
    );
    expect(await facts()).toEqual(before);
    const added = (await exports()).slice(logged.length);
    const later = await db.revision.findFirstOrThrow({ where: { reportId: id, no: 3 } });
    expect(added.map(({ actor, data }) => [actor, JSON.parse(data)])).toEqual([
      ["丁志远", { name: "marked.docx", against: 2, revision: 3, contentHash: later.contentHash }],
    ]);
  });

  test.each([
    ["a 稿 that is not there", "?from=1&to=9", "marked.docx", 404, "这份报告没有第 9 稿"],
    ["one 稿 twice", "?from=2&to=2", "marked.docx", 422, "原稿和新稿是同一稿"],
    ["no 稿 at all", "", "marked.docx", 422, "应为数字"],
    ["a 稿 that is no number", "?from=1&to=x", "clean.pdf", 422, "应为数字"],
    ["a document that is none", "?from=2&to=3", "constructor", 404, "没有找到"],
    ["a kind without a type", "?from=2&to=3", "marked", 404, "没有找到"],
  ])("refuses %s in words, and logs nothing", async (_, query, document, status, words) => {
    const logged = await exports();
    const answer = await ask(query, "sfj.clerk", document);
    expectRefusal(answer, status);
    expect(answer.body.reasons.join()).toContain(words);
    expect(await exports()).toEqual(logged);
  });

  test("is behind the wall", async () => {
    const logged = await exports();
    for (const query of ["?from=2&to=3", "?from=1&to=9", "?from=2&to=2"]) {
      const answer = await ask(query, "jyj.clerk");
      expectRefusal(answer, 404);
      expect(answer.body.reasons).toEqual(["没有找到您要的内容，或者您无权查看。"]);
    }
    expect(await exports()).toEqual(logged);
  });
});
