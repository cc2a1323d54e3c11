import { beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/v1/reviews/decisions/route";
import { db } from "@/lib/db";
import { batchResults } from "@/lib/openapi/record-answers";
import { getReport } from "@/lib/reports/queries";
import { getBatchPage } from "@/lib/reviews/batches/queries";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  actorOf,
  checklist,
  pass,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";

let ids: string[] = [];

beforeAll(async () => {
  await seedDistrict();
  ids = [];
  for (const year of [2020, 2021, 2022, 2023]) ids.push(await submittedReport("sfj", year));
}, 120_000);

const now = () => new Date();

async function seen(id: string, account = "sfj.review1") {
  const { version, contentHash } = await getReport(await actorOf(account), id, now());
  return { report: id, version, contentHash, steps: ["review1", "proof1"], checklist };
}

async function send(items: object[], account = "sfj.review1") {
  const token = await tokenOf(account);
  return callApi(POST, { token, method: "POST", body: { items } });
}

const judged = (reportId: string) => db.decision.count({ where: { reportId } });

test("the page shows each text that waits with its 校验码, in groups of the same ticks", async () => {
  const page = await getBatchPage(await actorOf("sfj.review1"), now());
  expect(page.groups).toHaveLength(1);
  const [group] = page.groups;
  expect(group?.checklist.flatMap((part) => part.items).length).toBe(checklist.length);
  expect(group?.items.map((item) => item.report).toSorted()).toEqual(ids.toSorted());
  const [first = ""] = ids;
  const { contentHash, findings } = await getReport(await actorOf("sfj.review1"), first, now());
  expect(group?.items.find((item) => item.report === first)).toMatchObject({
    contentHash,
    findings: findings.length,
    steps: [
      { key: "review1", label: "一审" },
      { key: "proof1", label: "一校" },
    ],
  });
  const sole = await getBatchPage(await actorOf("sfj.proof1"), now());
  expect(sole.groups[0]?.items[0]?.steps.map((step) => step.key)).toEqual(["proof1"]);
  for (const account of ["sfj.clerk", "sfj.review2", "jyj.review1"]) {
    expect((await getBatchPage(await actorOf(account), now())).groups).toEqual([]);
  }
});

test("each report has its own answer, and a refusal of one leaves the others alone", async () => {
  const [right = "", stale = "", otherText = "", unticked = ""] = ids;
  const items = [
    { ...(await seen(stale)), version: 1 },
    await seen(right),
    { ...(await seen(otherText)), contentHash: "0".repeat(64) },
    { ...(await seen(unticked)), checklist: checklist.slice(1) },
  ];
  const answer = await send(items);
  expect(answer.status).toBe(200);
  const { results } = batchResults.parse(answer.body);
  expect(results.map(({ report, ok, code }) => [report, ok, code])).toEqual([
    [stale, false, "CONFLICT"],
    [right, true, null],
    [otherText, false, "CONFLICT"],
    [unticked, false, "INVALID"],
  ]);
  expect(results[3]?.reasons.join()).toContain("政治关");
  expect(await Promise.all([stale, right, otherText, unticked].map(judged))).toEqual([0, 2, 0, 0]);
});

test("what was passed meanwhile is not passed again, nor is the step after it", async () => {
  const [, second = ""] = ids;
  const item = await seen(second);
  await pass("sfj.review1", second);
  const { results } = (await send([item])).body;
  expect(results).toMatchObject([{ ok: false, code: "CONFLICT" }]);
  expect(results[0].reasons.join()).toContain("“一审”已经通过");
  const both = { ...(await seen(second, "sfj.both")), checklist };
  expect((await send([both], "sfj.both")).body.results).toMatchObject([{ ok: false }]);
  expect(await judged(second)).toBe(2);
});

test("the wall and the duty hold for each of them", async () => {
  const [, , third = ""] = ids;
  const item = await seen(third);
  const codes = async (account: string) => (await send([item], account)).body.results[0].code;
  expect(await codes("jyj.review1")).toBe("NOT_FOUND");
  expect(await codes("sfj.clerk")).toBe("FORBIDDEN");
  expect(await codes("sfj.review3")).toBe("FORBIDDEN");
  expect(await judged(third)).toBe(0);
});

test("an edit after it was seen is never passed unseen", async () => {
  const [, , third = ""] = ids;
  const item = await seen(third);
  await act("sfj.clerk", third, { event: "recall" });
  await act("sfj.clerk", third, { event: "submit" });
  expect((await send([item])).body.results).toMatchObject([{ ok: false, code: "CONFLICT" }]);
  expect((await send([await seen(third)])).body.results).toMatchObject([{ ok: true }]);
});

test.each([
  ["nothing", []],
  ["no hash", [{ report: "01a204f4-924b-74b4-a473-7fce8bf89664", version: 1 }]],
  ["no version", [{ report: "01a204f4-924b-74b4-a473-7fce8bf89664", contentHash: "0".repeat(64) }]],
])("a request with %s is refused as a whole", async (_, items) => {
  expectRefusal(await send(items), 422);
});

test("the same report twice is refused as a whole", async () => {
  const [, , , fourth = ""] = ids;
  const item = await seen(fourth);
  expectRefusal(await send([item, item]), 422);
  expect(await judged(fourth)).toBe(0);
});
