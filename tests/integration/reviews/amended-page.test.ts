import { beforeAll, expect, test } from "vitest";
import { getHistory } from "@/lib/reports/history/queries";
import { widenScope } from "@/lib/reports/widenings/commands";
import { answerItem } from "@/lib/reviews/answers/commands";
import { returnAnswered } from "@/lib/reviews/answers/rules";
import { decisionOffer } from "@/lib/reviews/offers/rules";
import { getReviewPage } from "@/lib/reviews/queries";
import { listWaiting } from "@/lib/reviews/queue/queries";
import { amendAndPass, amended, editingPlan, reason } from "@/tests/support/amending";
import { act, actorOf, pass, reportNow, seedDistrict, submittedReport } from "@/tests/support/demo";
import { setPlan } from "@/tests/support/set-plan";

let id = "";

/** Level two changed a section of a report that level one had passed. */
beforeAll(async () => {
  await seedDistrict();
  await setPlan("sfj", editingPlan);
  id = await submittedReport("sfj", 2010);
  await pass("sfj.review1", id);
  await amendAndPass("sfj.review2", id);
});

async function pageOf(account: string) {
  const actor = await actorOf(account);
  const page = await getReviewPage(actor, id, new Date());
  return { ...page, offer: decisionOffer(page.record, actor, new Date()) };
}

async function waitingFor(account: string) {
  const { items } = await listWaiting(await actorOf(account), { now: new Date(), page: 1 });
  return items.map((item) => [item.id, item.confirms]);
}

test("who passed below sees the difference alone, by whom and why, and is asked for no tick", async () => {
  const { comparison, offer } = await pageOf("sfj.review1");
  expect(comparison).toMatchObject({ own: true, revisionNo: 1 });
  expect(comparison?.changes).toMatchObject([{ section: "problems", after: amended[0] }]);
  expect(offer).toMatchObject({ steps: ["一审", "一校"], checklist: [] });
  expect(offer.confirms).toMatchObject([{ section: "problems", actorName: "杨静", reason }]);
  expect(await waitingFor("sfj.review1")).toEqual([[id, true]]);
});

test("for the others there is nothing to do, and nothing waits", async () => {
  for (const account of ["sfj.both", "sfj.proof1", "sfj.review2", "sfj.review3"]) {
    const { offer } = await pageOf(account);
    expect([account, offer.steps, offer.confirms, offer.amends]).toEqual([account, [], [], []]);
    expect(await waitingFor(account)).toEqual([]);
  }
});

test("history names who changed what and why, below the pass of the same act", async () => {
  const { items } = await getHistory(await actorOf("sfj.clerk"), id);
  expect(items.slice(0, 2)).toMatchObject([
    { kind: "passed", who: "杨静", revisionNo: 2 },
    {
      kind: "amended",
      who: "杨静",
      revisionNo: 2,
      words: "二审改稿",
      items: [{ section: "problems", words: reason }],
    },
  ]);
});

test("the next round sees the answer to each item, and what was opened besides, with the reason", async () => {
  const items = [
    { section: "problems", words: "请补充时限。" },
    { section: "other", words: "请核对。" },
  ];
  await act("sfj.review1", id, { event: "return", items });
  expect(returnAnswered(await reportNow(id))).toBeNull();
  const clerk = await actorOf("sfj.clerk");
  const now = () => new Date();
  const { decisions } = await reportNow(id);
  const [first, second] = decisions.findLast((d) => d.items.length)?.items ?? [];
  const answered = { reportId: id, itemId: first?.id ?? "" };
  await answerItem(clerk, { ...answered, kind: "EXPLAINED", words: "先前的说法。" }, now());
  await answerItem(clerk, { ...answered, kind: "EXPLAINED", words: "时限已在上文。" }, now());
  await answerItem(
    clerk,
    { reportId: id, itemId: second?.id ?? "", kind: "DONE", words: "" },
    now(),
  );
  await widenScope(clerk, id, { section: "title", reason: "标题也要改。" }, now());
  await act("sfj.clerk", id, { event: "submit" });
  const { record } = await pageOf("sfj.review1");
  expect(returnAnswered(record)).toMatchObject({
    by: "王秉文",
    roundNo: 1,
    items: [{ answer: { words: "时限已在上文。" } }, { answer: { kind: "DONE" } }],
    widenings: [{ section: "title", reason: "标题也要改。" }],
  });
  const { items: history } = await getHistory(clerk, id);
  const told = history.filter(({ kind }) => kind === "answered" || kind === "widened");
  expect(told).toMatchObject([
    { kind: "widened", who: "马晓雯", items: [{ section: "title", words: "标题也要改。" }] },
    {
      kind: "answered",
      who: "马晓雯",
      items: [
        { section: "problems", words: "请补充时限。——时限已在上文。" },
        { section: "other", words: "请核对。——已修改" },
      ],
    },
  ]);
});

test("half confirmed, the other half is still compared with the text that was passed", async () => {
  id = await submittedReport("sfj", 2012);
  await pass("sfj.review1", id);
  await amendAndPass("sfj.review2", id);
  await act("sfj.review1", id, { event: "pass", steps: ["proof1"] });
  const { comparison, offer } = await pageOf("sfj.review1");
  expect(offer.steps).toEqual(["一审"]);
  expect(comparison?.changes).toMatchObject([{ section: "problems", after: amended[0] }]);
});

test("history tells who took a step and to whom it was handed, once for the steps of one act", async () => {
  id = await submittedReport("sfj", 2014);
  await act("sfj.both", id, { event: "claim" });
  const { holders } = await reportNow(id);
  const to = holders.find(({ name }) => name === "王秉文")?.userId ?? "";
  await act("sfj.both", id, { event: "handover", to, reason: "出差一周。" });
  const { items } = await getHistory(await actorOf("sfj.clerk"), id);
  expect(items.slice(0, 2)).toMatchObject([
    {
      kind: "handed-over",
      who: "穆海峰",
      steps: ["一审", "一校"],
      words: "移交给王秉文。出差一周。",
    },
    { kind: "claimed", who: "穆海峰", steps: ["一审", "一校"] },
  ]);
});
