import { beforeAll, describe, expect, test } from "vitest";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { verifyChains } from "@/lib/audit/verify";
import { db } from "@/lib/db";
import { exportFile } from "@/lib/reports/exports/commands";
import { explainFindings } from "@/lib/reports/findings/commands";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { settleSource } from "@/lib/reports/source/commands";
import { callApi } from "@/tests/support/api";
import {
  act,
  actorOf,
  answerAll,
  draftReport,
  explainAll,
  pass,
  seedDistrict,
  submitAgain,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";

beforeAll(seedDistrict);

const items = [{ section: "problems", words: "请补充改进的时限。" }];

async function read(id: string) {
  return getReport(await actorOf("sfj.clerk"), id, new Date());
}

async function addSentence(id: string, sentence: string) {
  const { sections, versions } = await read(id);
  const before = sections.problems.kind === "prose" ? sections.problems.paragraphs : [];
  const change = { paragraphs: [...before, sentence] };
  const input = { reportId: id, key: "problems", ifMatch: versions.problems.version, change };
  return saveSection(await actorOf("sfj.clerk"), input, new Date());
}

async function importInto(id: string, body: string) {
  const token = await tokenOf("sfj.clerk");
  const answer = await callApi(postImport, {
    token,
    method: "POST",
    params: { id },
    query: "?apply=true",
    body,
  });
  expect(answer.status).toBe(200);
}

async function factsOf(id: string) {
  const rows = await db.auditEvent.findMany({ where: { subject: id }, orderBy: { seq: "asc" } });
  for (const row of rows) expect(row.chain).toBe("sfj");
  return rows;
}

describe("the log", () => {
  test("has one row for each fact, in the bureau's chain, and none for keystrokes", async () => {
    const id = await draftReport("sfj", 2025);
    await addSentence(id, "补充一句。");
    await importInto(id, "六、其他需要报告的事项\n没有收取信息处理费，没有其他事项。");
    await settleSource(await actorOf("sfj.clerk"), id, new Date());
    await explainAll("sfj.clerk", id);
    await act("sfj.clerk", id, { event: "submit" });
    await act("sfj.clerk", id, { event: "recall" });
    await act("sfj.clerk", id, { event: "submit" });
    await pass("sfj.review1", id);
    await act("sfj.review2", id, { event: "return", items });
    await submitAgain("sfj.clerk", id);
    await pass("sfj.review2", id);
    await pass("sfj.review3", id);
    await act("sfj.review3", id, { event: "reopen", reason: "请再读一遍。" });
    await act("sfj.clerk", id, { event: "submit" });
    await pass("sfj.review3", id);
    await exportFile(await actorOf("sfj.admin"), id, "report.json", new Date());
    await act("sfj.admin", id, { event: "publish" });
    const rows = await factsOf(id);
    expect(rows.map((row) => row.type).join(" ")).toBe(
      "report-created imported source-settled submitted recalled submitted passed returned answered submitted passed " +
        "passed approved reopened submitted passed approved exported published",
    );
    const { contentHash } = await read(id);
    for (const row of rows.slice(12)) expect(JSON.parse(row.data)).toMatchObject({ contentHash });
    expect((await verifyChains()).faults).toEqual([]);
  });

  test("carries no word of the draft, of an opinion or of a reason", async () => {
    const id = await submittedReport("sfj", 2024);
    const opinion = "这一句只属于审核意见";
    await act("sfj.review1", id, { event: "return", opinion, items });
    const text = (await factsOf(id)).map((row) => row.data).join();
    for (const words of [opinion, "请补充改进的时限", "公共法律服务", "灋河"]) {
      expect(text).not.toContain(words);
    }
  });

  test("has no row for what was refused", async () => {
    const id = await draftReport("sfj", 2023);
    await expect(act("sfj.review1", id, { event: "submit" })).rejects.toThrow();
    await expect(act("sfj.admin", id, { event: "publish" })).rejects.toThrow();
    expect((await factsOf(id)).map((row) => row.type)).toEqual(["report-created"]);
  });
});

describe("the version of a report", () => {
  /** By how much the version grew. */
  async function growth(id: string, write: () => Promise<unknown>): Promise<number> {
    const before = (await read(id)).version;
    await write();
    return (await read(id)).version - before;
  }

  test("grows by one with content, lane and round, and with nothing else", async () => {
    const id = await draftReport("sfj", 2022);
    const clerk = await actorOf("sfj.clerk");
    const event = (account: string, input: Parameters<typeof act>[2]) => () =>
      act(account, id, input);
    const grows: [string, number, () => Promise<unknown>][] = [
      ["a save", 1, () => addSentence(id, "补充一句。")],
      ["a save without a change", 0, () => saveAgain(id)],
      ["an import", 1, () => importInto(id, "六、其他需要报告的事项\n没有收取信息处理费。")],
      ["the same import", 0, () => importInto(id, "六、其他需要报告的事项\n没有收取信息处理费。")],
      ["采用计算值", 0, () => settleSource(clerk, id, new Date())],
      ["an explanation", 0, () => explainWarnings(id)],
      ["an export", 0, () => exportFile(clerk, id, "report.json", new Date())],
      ["a submission", 1, event("sfj.clerk", { event: "submit" })],
      ["a recall", 1, event("sfj.clerk", { event: "recall" })],
      ["a submission again", 1, event("sfj.clerk", { event: "submit" })],
      ["a proof beside a review", 0, () => pass("sfj.proof1", id)],
      ["a level", 0, () => pass("sfj.review1", id)],
      ["a return", 1, event("sfj.review2", { event: "return", items })],
      ["an answer", 0, () => answerAll("sfj.clerk", id)],
      ["the next round", 1, event("sfj.clerk", { event: "submit" })],
      ["level two", 0, () => pass("sfj.review2", id)],
      ["the last level", 1, () => pass("sfj.review3", id)],
      ["a reopening", 1, event("sfj.review3", { event: "reopen", reason: "请再读。" })],
    ];
    for (const [name, by, write] of grows)
      expect([name, await growth(id, write)]).toEqual([name, by]);
  });

  test("lets the reviewer and the proofreader of a level act on the version both saw", async () => {
    const id = await submittedReport("sfj", 2021);
    const { version } = await read(id);
    await act("sfj.proof1", id, { event: "pass", version, checklist: ["wording"] });
    const steps = ["review1"];
    const { round } = await read(id);
    const items = round?.plan.stages[0]?.steps[0]?.checklist.map((item) => item.key) ?? [];
    await act("sfj.review1", id, { event: "pass", version, steps, checklist: items });
    expect((await read(id)).version).toBe(version);
  });

  async function saveAgain(id: string) {
    const { sections, versions } = await read(id);
    const { kind: _, ...same } = sections.problems;
    const ifMatch = versions.problems.version;
    const input = {
      reportId: id,
      key: "problems",
      ifMatch,
      change: same as { paragraphs: string[] },
    };
    return saveSection(await actorOf("sfj.clerk"), input, new Date());
  }

  async function explainWarnings(id: string) {
    const { findings } = await read(id);
    const fingerprints = findings.filter((f) => f.tier === "warn").map((f) => f.fingerprint);
    if (!fingerprints.length) return;
    const input = { fingerprints, reason: "已核实无误" };
    await explainFindings(await actorOf("sfj.clerk"), id, input, new Date());
  }
});

test("autosaves fold into one row per person, section and quarter of an hour", async () => {
  const id = await draftReport("sfj", 2020);
  const [clerk, clerk2] = [await actorOf("sfj.clerk"), await actorOf("sfj.clerk2")];
  await db.sectionHistory.deleteMany({ where: { reportId: id } });
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 3, minute));
  const saves: [typeof clerk, string, number, string][] = [
    [clerk, "problems", 1, "一。"],
    [clerk, "problems", 14, "二。"],
    [clerk2, "problems", 14, "三。"],
    [clerk, "other", 14, "四。"],
    [clerk, "problems", 15, "五。"],
  ];
  for (const [actor, key, minute, text] of saves) {
    const { versions } = await read(id);
    const ifMatch = versions[key as "other"].version;
    const change = { paragraphs: [text] };
    await saveSection(actor, { reportId: id, key, ifMatch, change }, at(minute));
  }
  const rows = await db.sectionHistory.findMany({
    where: { reportId: id },
    orderBy: [{ savedAt: "asc" }, { version: "asc" }],
  });
  const told = rows.map((row) => `${row.key} ${JSON.parse(row.content).paragraphs.join()}`);
  expect(told.toSorted()).toEqual(
    ["other 四。", "problems 三。", "problems 二。", "problems 五。"].toSorted(),
  );
});
