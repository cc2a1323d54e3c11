import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { PATCH as patchSection } from "@/app/api/v1/reports/[id]/sections/[key]/route";
import { db } from "@/lib/db";
import type { SectionKey } from "@/lib/format/format";
import { getReport } from "@/lib/reports/queries";
import { reviewState } from "@/lib/reports/rules";
import { openSteps } from "@/lib/reviews/rules";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  actorOf,
  answerAll,
  explainAll,
  pass,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";

let token = "";
let id = "";
let year = 2008;

beforeAll(async () => {
  await seedDistrict();
  token = await tokenOf("sfj.clerk");
});

beforeEach(async () => {
  id = await submittedReport("sfj", year);
  year += 1;
});

async function read() {
  return getReport(await actorOf("sfj.clerk"), id, new Date());
}

/** Keys of the steps that wait for somebody. */
async function waiting(): Promise<string[]> {
  const record = await read();
  const state = reviewState(record);
  return state ? openSteps(state).map((step) => step.key) : [];
}

async function save(key: SectionKey, body: unknown) {
  const { versions } = await read();
  const headers = { "if-match": `"${versions[key].version}"` };
  const params = { id, key };
  return callApi(patchSection, { token, method: "PATCH", params, headers, body });
}

/** A sentence put behind what the section says. */
async function addTo(key: SectionKey, sentence: string) {
  const { sections } = await read();
  const section = sections[key];
  const paragraphs = section.kind === "prose" ? section.paragraphs : [];
  return save(key, { paragraphs: [...paragraphs, sentence] });
}

function giveBack(by: string, ...sections: string[]) {
  const items = sections.map((section) => ({ section, words: "请核对。" }));
  return act(by, id, { event: "return", items });
}

async function submitAgain() {
  await explainAll("sfj.clerk", id);
  await answerAll("sfj.clerk", id);
  await act("sfj.clerk", id, { event: "submit" });
}

describe("what may be edited after a return", () => {
  test("the returned sections, and through the API too no others", async () => {
    await giveBack("sfj.review1", "problems", "applications");
    expect((await addTo("problems", "补充一句。")).status).toBe(200);
    const cells = { "received.naturalPerson": 4 };
    expect((await save("applications", { cells })).status).toBe(200);
    const other = await addTo("other", "再加一句。");
    expectRefusal(other, 409);
    expect(other.body.reasons[0]).toContain("没有被退回");
    expectRefusal(await save("title", { paragraphs: ["另一个标题"] }), 409);
    expectRefusal(await save("disputes", { cells: { "reconsideration.upheld": 1 } }), 409);
  });

  test("an import that touches other sections is refused, and stores nothing", async () => {
    await giveBack("sfj.review1", "problems");
    const before = await read();
    const body = "五、存在的主要问题及改进情况\n改好了。\n六、其他需要报告的事项\n没有收费。";
    const sent = { token, method: "POST", params: { id }, query: "?apply=true", body };
    expectRefusal(await callApi(postImport, sent), 409);
    expect((await read()).contentHash).toBe(before.contentHash);
    const small = { ...sent, body: "五、存在的主要问题及改进情况\n改好了。" };
    expect((await callApi(postImport, small)).status).toBe(200);
  });

  test("and what the wanted correction has made wrong elsewhere", async () => {
    const items = [{ section: "disputes", cell: "reconsideration.upheld", words: "应为1件。" }];
    await act("sfj.review1", id, { event: "return", items });
    const text = "全年没有政府信息公开引起的行政诉讼，行政复议1件，结果维持。";
    expectRefusal(await save("overview.applications", { paragraphs: [text] }), 409);
    expect((await save("disputes", { cells: { "reconsideration.upheld": 1 } })).status).toBe(200);
    const blocked = await read();
    expect(blocked.submitBlocks.join()).toContain("行政复议");
    for (const paragraphs of [[text], [`${text}已经办结。`]]) {
      expect((await save("overview.applications", { paragraphs })).status).toBe(200);
    }
    expectRefusal(await save("overview.management", { paragraphs: [text] }), 409);
  });

  test("everything after 审定后退回, which names no section", async () => {
    for (const level of [1, 2, 3]) await pass(`sfj.review${level}`, id);
    await act("sfj.review3", id, { event: "reopen", reason: "落款日期有误。" });
    expect((await addTo("other", "再加一句。")).status).toBe(200);
  });

  test("nothing while it is in review, approved or published", async () => {
    const refused = async () => expectRefusal(await addTo("problems", "补充一句。"), 409);
    await refused();
    for (const level of [1, 2, 3]) await pass(`sfj.review${level}`, id);
    await refused();
    await act("sfj.admin", id, { event: "publish" });
    await refused();
  });

  test("a later return is the one that counts", async () => {
    await giveBack("sfj.review1", "problems");
    await submitAgain();
    await giveBack("sfj.review1", "other");
    expectRefusal(await addTo("problems", "补充一句。"), 409);
    expect((await addTo("other", "再加一句。")).status).toBe(200);
  });
});

describe("who is asked again after a return by level two", () => {
  beforeEach(async () => {
    await pass("sfj.review1", id);
    await giveBack("sfj.review2", "problems");
  });

  test("without a change level two alone", async () => {
    await submitAgain();
    expect(await waiting()).toEqual(["review2", "proof2"]);
  });

  test("with a change level one first", async () => {
    await addTo("problems", "补充一句。");
    await submitAgain();
    expect(await waiting()).toEqual(["review1", "proof1"]);
    await pass("sfj.review1", id);
    expect(await waiting()).toEqual(["review2", "proof2"]);
  });

  test("with a change that is taken back, level two alone", async () => {
    const { sections } = await read();
    await addTo("problems", "补充一句。");
    const { kind: _, ...before } = sections.problems;
    await save("problems", before);
    await submitAgain();
    expect(await waiting()).toEqual(["review2", "proof2"]);
  });

  test("a save without a change voids nothing, and nobody becomes a drafter by it", async () => {
    const { sections } = await read();
    const { kind: _, ...same } = sections.problems;
    const before = await read();
    expect((await save("problems", same)).status).toBe(200);
    expect(await read()).toMatchObject({ version: before.version, drafters: before.drafters });
    await submitAgain();
    expect(await waiting()).toEqual(["review2", "proof2"]);
  });
});

test("a round is closed by a return, keeps its plan, and the next one is numbered on", async () => {
  await pass("sfj.review1", id);
  await giveBack("sfj.review2", "problems");
  await submitAgain();
  const rounds = await db.round.findMany({ where: { reportId: id }, orderBy: { no: "asc" } });
  expect(rounds.map(({ no, outcome }) => [no, outcome])).toEqual([
    [1, "RETURNED"],
    [2, null],
  ]);
  expect(rounds[1]?.planVersionId).toBe(rounds[0]?.planVersionId);
  expect(JSON.parse(rounds[1]?.plan ?? "")).toEqual(JSON.parse(rounds[0]?.plan ?? "null"));
});

test("the level that reopened is asked again, the others are not", async () => {
  for (const level of [1, 2, 3]) await pass(`sfj.review${level}`, id);
  await act("sfj.review3", id, { event: "reopen", reason: "请再读一遍。" });
  await submitAgain();
  expect(await waiting()).toEqual(["review3", "proof3"]);
  await pass("sfj.review3", id);
  expect((await read()).draft).toBe("APPROVED");
});

test("a proofreader of any level who reopens takes back the proof alone, not another's review", async () => {
  for (const level of [1, 2, 3]) await pass(`sfj.review${level}`, id);
  await act("sfj.proof1", id, { event: "reopen", reason: "有错别字。" });
  const returns = await db.decision.findMany({ where: { reportId: id, kind: "RETURN" } });
  expect(returns.map((d) => d.step)).toEqual(["proof3"]);
  await submitAgain();
  expect(await waiting()).toEqual(["proof3"]);
});

test("decisions name the hashes that were judged, and belong to the round's revision", async () => {
  await pass("sfj.review1", id);
  const record = await read();
  const decisions = await db.decision.findMany({ where: { reportId: id } });
  expect(decisions.map((d) => d.step).toSorted()).toEqual(["proof1", "review1"]);
  for (const decision of decisions) {
    expect(JSON.parse(decision.hashes)).toEqual(record.hashes);
    expect(decision).toMatchObject({
      contentHash: record.contentHash,
      revisionId: record.round?.revisionId,
      roundId: record.round?.id,
    });
  }
});
