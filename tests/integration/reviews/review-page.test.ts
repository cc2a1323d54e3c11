import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { env } from "@/lib/env";
import { sha256 } from "@/lib/format/hash";
import { getHistoryPage } from "@/lib/reports/history/queries";
import { getPublishing } from "@/lib/reports/previews/queries";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { decisionOffer } from "@/lib/reviews/offers/rules";
import { getReviewPage } from "@/lib/reviews/queries";
import { getQueue } from "@/lib/reviews/queue/queries";
import {
  act,
  actorOf,
  approvedReport,
  checklist,
  explainAll,
  pass,
  seedDistrict,
  submitAgain,
  submittedReport,
} from "@/tests/support/demo";
import { tamper } from "@/tests/support/tampering";

beforeAll(async () => {
  await seedDistrict();
});

async function pageOf(account: string, id: string) {
  return getReviewPage(await actorOf(account), id, new Date());
}

async function offerTo(account: string, id: string) {
  const actor = await actorOf(account);
  const { record } = await getReviewPage(actor, id, new Date());
  return decisionOffer(record, actor, new Date());
}

/** The clerk changes one cell and one prose section, with everything returned that this needs. */
async function returnAndCorrect(by: string, id: string): Promise<void> {
  const items = [
    { section: "proactive", cell: "normativeDocuments.issued", words: "请核对制发件数。" },
    { section: "problems", words: "请写明改进措施。" },
  ];
  await act(by, id, { event: "return", items });
  const clerk = await actorOf("sfj.clerk");
  const { versions } = await getReport(clerk, id, new Date());
  const change = { cells: { "normativeDocuments.issued": 77 } };
  const proactive = { reportId: id, key: "proactive", ifMatch: versions.proactive.version, change };
  await saveSection(clerk, proactive, new Date());
  const paragraphs = ["全新的一段改进措施。"];
  const problems = { reportId: id, key: "problems", ifMatch: versions.problems.version };
  await saveSection(clerk, { ...problems, change: { paragraphs } }, new Date());
  await explainAll("sfj.clerk", id);
  await submitAgain("sfj.clerk", id);
}

describe("the review page", () => {
  it("has nothing to compare the first time", async () => {
    const id = await submittedReport("sfj", 2031);
    const page = await pageOf("sfj.review1", id);
    expect(page.comparison).toBeNull();
    expect(page.article).toContain('data-cell="applications:received.naturalPerson"');
    expect(page.history.items.map((entry) => entry.kind)).toEqual(["submitted", "edited"]);
  });

  it("shows what changed since the reviewer's own decision, and since the last round to others", async () => {
    const id = await submittedReport("sfj", 2032);
    await pass("sfj.review1", id);
    await returnAndCorrect("sfj.review2", id);
    const own = (await pageOf("sfj.review1", id)).comparison;
    expect(own).toMatchObject({ revisionNo: 1, own: true });
    expect(own?.changes.map(({ section, cell, after }) => ({ section, cell, after }))).toEqual([
      { section: "proactive", cell: "normativeDocuments.issued", after: "77" },
      { section: "problems", cell: null, after: "全新的一段改进措施。" },
    ]);
    const other = (await pageOf("sfj.review3", id)).comparison;
    expect(other).toMatchObject({ revisionNo: 1, own: false, changes: own?.changes });
  });

  it("takes five statements, whatever there is to compare", async () => {
    const id = await submittedReport("sfj", 2039);
    await returnAndCorrect("sfj.review1", id);
    const actor = await actorOf("sfj.review1");
    await getReviewPage(actor, id, new Date());
    const query = vi.spyOn(pg.Client.prototype, "query");
    expect((await getReviewPage(actor, id, new Date())).comparison?.changes).toHaveLength(2);
    expect(query).toHaveBeenCalledTimes(5);
    query.mockRestore();
  });

  it("does not exist behind the wall", async () => {
    const id = await submittedReport("sfj", 2033);
    await expect(pageOf("jyj.review1", id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("what the panel offers", () => {
  it("gives a level's person both steps and names who is next", async () => {
    const id = await submittedReport("sfj", 2034);
    expect(await offerTo("sfj.review1", id)).toMatchObject({
      steps: ["一审", "一校"],
      proofs: true,
      next: { stage: "二审二校（复审）", names: expect.arrayContaining(["杨静", "穆海峰"]) },
      submitter: "马晓雯",
      reopen: false,
      reasons: [],
    });
  });

  it("gives a sole proofreader 文字关 alone, and keeps the level open for its reviewer", async () => {
    const id = await submittedReport("sfj", 2035);
    const offer = await offerTo("sfj.proof1", id);
    expect(offer.steps).toEqual(["一校"]);
    expect(offer.checklist).toEqual([
      { label: "五关", items: [{ key: "wording", label: "文字关" }] },
    ]);
    expect(offer.next).toMatchObject({ stage: "一审一校（初审）" });
    expect(offer.next.names).toContain("王秉文");
  });

  it("tells a level that has passed where the report is now", async () => {
    const id = await submittedReport("sfj", 2036);
    await pass("sfj.review1", id);
    const offer = await offerTo("sfj.review1", id);
    expect(offer.steps).toEqual([]);
    expect(offer.reasons[0]).toContain("二审二校（复审）");
    expect(offer.reasons[0]).toContain("杨静");
    expect(offer.reasons.slice(1)).toEqual(["“一审”已经通过。", "“一校”已经通过。"]);
  });

  it("names the publisher after the last level, who alone may take it back", async () => {
    const id = await submittedReport("sfj", 2037);
    await pass("sfj.review1", id);
    await pass("sfj.review2", id);
    expect((await offerTo("sfj.review3", id)).next).toEqual({ stage: null, names: ["金晨"] });
    await act("sfj.review3", id, { event: "pass", checklist });
    expect((await offerTo("sfj.review3", id)).reopen).toBe(true);
    expect((await offerTo("sfj.review1", id)).reopen).toBe(false);
  });
});

describe("the queue", () => {
  it("counts the 审 and the 校 of one act as one thing done", async () => {
    const id = await approvedReport("jyj", 2031);
    const asked = { now: new Date(), page: 1 };
    const { done } = await getQueue(await actorOf("jyj.review2"), asked);
    expect(done.items).toEqual([
      expect.objectContaining({ id, kind: "PASS", steps: ["二审", "二校"], roundNo: 1 }),
    ]);
  });
});

describe("the publisher's page", () => {
  it("names the stored files once there are any", async () => {
    const id = await approvedReport("jyj", 2032);
    const actor = await actorOf("jyj.admin");
    const before = await getPublishing(actor, id, new Date());
    expect(before.files).toEqual([]);
    expect(before.address).toBe(`${env.APP_URL}/reports/jyj/2032`);
    await act("jyj.admin", id, { event: "publish" });
    const { files, article } = await getPublishing(actor, id, new Date());
    expect(files.map((file) => file.name)).toEqual(["report.pdf", "report.json", "report.html"]);
    const stored = files.find((file) => file.name === "report.html");
    expect(stored?.sha256).toBe(sha256(article));
    await tamper(
      'ALTER TABLE "PublishedFile" DISABLE TRIGGER USER',
      `UPDATE "PublishedFile" SET size = 13, bytes = '<p>stored</p>' WHERE sha256 = '${stored?.sha256}'`,
      'ALTER TABLE "PublishedFile" ENABLE TRIGGER USER',
    );
    expect((await getPublishing(actor, id, new Date())).article).toBe("<p>stored</p>");
    const stranger = await actorOf("sfj.admin");
    await expect(getPublishing(stranger, id, new Date())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("the history page", () => {
  it("compares two 稿, and says that one is missing", async () => {
    const id = await submittedReport("sfj", 2038);
    await returnAndCorrect("sfj.review1", id);
    const actor = await actorOf("sfj.clerk");
    const page = await getHistoryPage(actor, id, { from: 1, to: 2 }, {});
    expect(page.changes).toHaveLength(2);
    expect(page.history.items.map((entry) => entry.kind)).toEqual([
      "submitted",
      "answered",
      "edited",
      "returned",
      "submitted",
      "edited",
    ]);
    expect((await getHistoryPage(actor, id, { from: 1, to: 9 }, {})).changes).toBeNull();
    const stranger = await actorOf("jyj.clerk");
    await expect(getHistoryPage(stranger, id, null, {})).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
