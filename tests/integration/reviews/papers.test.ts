import { beforeAll, describe, expect, test } from "vitest";
import { POST as postEvent } from "@/app/api/v1/reports/[id]/events/route";
import { GET as getFile } from "@/app/api/v1/reports/[id]/files/[name]/route";
import { GET as getScan } from "@/app/api/v1/reports/[id]/scans/[scan]/route";
import { POST as postScan } from "@/app/api/v1/reports/[id]/scans/route";
import { db } from "@/lib/db";
import { shortHash } from "@/lib/format/short-hash";
import { scan as scanAnswer } from "@/lib/openapi/record-answers";
import { getHistory } from "@/lib/reports/history/queries";
import { getReport } from "@/lib/reports/queries";
import { getReviewRecord } from "@/lib/reports/record/queries";
import { paperOffer } from "@/lib/reviews/paper-offers/rules";
import { getQueue } from "@/lib/reviews/queue/queries";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  actorOf,
  checklist,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";
import { charactersIn } from "@/tests/support/pdf-text";

const pdf = new TextEncoder().encode("%PDF-1.7\n扫描件");
const people: Record<string, string> = {};
let id = "";
let code = "";
let scan = "";
let version = 0;

const idOf = async (account: string) =>
  (await db.user.findUniqueOrThrow({ where: { account } })).id;

beforeAll(async () => {
  await seedDistrict();
  for (const name of ["review1", "review2", "admin", "clerk", "both"]) {
    people[name] = await idOf(`sfj.${name}`);
  }
  id = await submittedReport("sfj", 2024);
  const report = await getReport(await actorOf("sfj.admin"), id, new Date());
  ({ version } = report);
  code = shortHash(report.contentHash);
  scan = (await upload("sfj.admin")).body.id;
}, 60_000);

async function upload(account: string, body: Uint8Array | string = pdf) {
  return callApi(postScan, { token: await tokenOf(account), method: "POST", params: { id }, body });
}

async function send(account: string, body: object) {
  const token = await tokenOf(account);
  return callApi(postEvent, { token, method: "POST", params: { id }, body });
}

const register = (changes: object = {}, account = "sfj.admin") =>
  send(account, {
    event: "sign-paper",
    version,
    steps: ["review1", "proof1"],
    signer: people.review1,
    code,
    scan,
    checklist,
    opinion: "同意。",
    ...changes,
  });

const stored = () =>
  Promise.all([db.paperSignature.count(), db.paperConfirmation.count(), db.decision.count()]);

describe("the scan", () => {
  test.each([
    ["a drafter", "sfj.clerk", pdf, 403],
    ["a reviewer", "sfj.review1", pdf, 403],
    ["somebody behind the wall", "jyj.admin", pdf, 404],
    ["a page", "sfj.admin", "<script>alert(1)</script>", 422],
    ["too much", "sfj.admin", new Uint8Array(11 * 1_048_576).fill(37), 413],
  ])("is not taken from or as %s", async (_, account, bytes, status) => {
    expectRefusal(await upload(account, bytes), status);
  });

  test("is stored with its hash, and comes back to readers as a download alone", async () => {
    const answer = await upload("sfj.admin");
    expect(answer.status).toBe(201);
    expect(scanAnswer.parse(answer.body)).toMatchObject({ size: pdf.length });
    const read = async (account: string) =>
      callApi(getScan, { token: await tokenOf(account), params: { id, scan: answer.body.id } });
    const { headers, body } = await read("sfj.clerk");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="scan-[0-9a-f]{8}/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(body).toBe(new TextDecoder().decode(pdf));
    expectRefusal(await read("jyj.clerk"), 404);
  });
});

test("the printed 审签单 carries the 校验码 of the text", async () => {
  const token = await tokenOf("sfj.admin");
  const params = { id, name: "sign-sheet.pdf" };
  const answer = await callApi(getFile, { token, params });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  const { exportFile } = await import("@/lib/reports/exports/commands");
  const { bytes } = await exportFile(await actorOf("sfj.admin"), id, params.name, new Date());
  for (const character of `审签单一校签字${code.replace(" ", "")}`) {
    expect(charactersIn(bytes)).toContain(character);
  }
});

test.each<[string, object, string, number, RegExp]>([
  ["without a version", { version: undefined }, "sfj.admin", 428, /version/],
  ["over an old version", { version: 1 }, "sfj.admin", 409, /刷新/],
  ["by a drafter", {}, "sfj.clerk", 403, /发布管理员/],
  ["by the signer himself", {}, "sfj.review1", 403, /发布管理员/],
  ["behind the wall", {}, "jyj.admin", 404, /没有找到/],
  ["under the code of another text", { code: "0000 0000" }, "sfj.admin", 422, /签的不是这一稿/],
  ["without a code", { code: undefined }, "sfj.admin", 422, /校验码/],
  ["without a scan", { scan: undefined }, "sfj.admin", 422, /上传/],
  ["with a tick missing", { checklist: checklist.slice(1) }, "sfj.admin", 422, /政治关/],
  ["for a step whose turn it is not", { steps: ["review2"] }, "sfj.admin", 409, /还没有轮到/],
])("is not registered %s", async (_, changes, account, status, words) => {
  const before = await stored();
  const answer = await register(changes, account);
  expectRefusal(answer, status);
  expect(answer.body.reasons.join()).toMatch(words);
  expect(await stored()).toEqual(before);
});

test("is not registered for a signer who may not take the step, or for the registrar", async () => {
  for (const name of ["review2", "clerk", "admin"]) {
    expectRefusal(await register({ signer: people[name] }), 422);
  }
  expectRefusal(await register({ scan: "01a204f4-924b-74b4-a473-7fce8bf89664" }), 422);
  expect(await stored()).toEqual([0, 0, 0]);
});

test("does not count once registered, and the scan is used up", async () => {
  expect((await register()).status).toBe(200);
  expect(await stored()).toEqual([1, 0, 0]);
  expectRefusal(await register(), 422);
  const record = await getReviewRecord(await actorOf("sfj.clerk"), id);
  expect(record.rounds[0]?.entries.at(-1)).toMatchObject({
    what: "登记线下审签",
    mark: "没有经第二人确认",
  });
  const offer = async (account: string) => {
    const actor = await actorOf(account);
    return paperOffer(await getReport(actor, id, new Date()), actor).pending.map((p) => p.mine);
  };
  const accounts = ["sfj.admin", "sfj.review1", "sfj.clerk", "sfj.review2"];
  expect(await Promise.all(accounts.map(offer))).toEqual([[false], [false], [false], [true]]);
});

test("counts when a second person confirms it by its code, as the signer's own pass", async () => {
  const { id: paper } = await db.paperSignature.findFirstOrThrow();
  const confirm = (account: string, changes: object = {}) =>
    send(account, { event: "confirm-paper", version, paper, code, ...changes });
  expectRefusal(await confirm("sfj.review2", { version: undefined }), 428);
  expectRefusal(await confirm("sfj.review2", { version: 1 }), 409);
  expectRefusal(await confirm("sfj.admin"), 422);
  expectRefusal(await confirm("sfj.review1"), 422);
  expectRefusal(await confirm("sfj.clerk"), 403);
  expectRefusal(await confirm("sfj.proof1"), 403);
  expectRefusal(await confirm("jyj.review2"), 404);
  expectRefusal(await confirm("sfj.review2", { code: "0000 0000" }), 422);
  expectRefusal(await confirm("sfj.review2", { paper: scan }), 422);
  expect(await stored()).toEqual([1, 0, 0]);
  expect((await confirm("sfj.review2", { code: code.toLowerCase().replace(" ", "") })).status).toBe(
    200,
  );
  const decisions = await db.decision.findMany({ where: { reportId: id } });
  expect(decisions.map(({ actorId, kind, paperId }) => [actorId, kind, paperId])).toEqual([
    [people.review1, "PASS", paper],
    [people.review1, "PASS", paper],
  ]);
  expectRefusal(await confirm("sfj.review2"), 422);
});

test("is marked wherever the decision is shown", async () => {
  const clerk = await actorOf("sfj.clerk");
  const { items } = await getHistory(clerk, id);
  expect(items.find((item) => item.kind === "passed")?.steps).toEqual([
    "一审（线下审签）",
    "一校（线下审签）",
  ]);
  const { rounds } = await getReviewRecord(clerk, id);
  const passed = rounds[0]?.entries.find((entry) => entry.what === "一审　通过");
  expect(passed?.mark).toBe("线下审签");
  expect(passed?.lines[0]).toMatchObject({ label: "线下审签" });
  const asked = { now: new Date(), page: 1 };
  const { done } = await getQueue(await actorOf("sfj.review1"), asked);
  expect(done.items[0]?.steps.join()).toContain("（线下审签）");
  const { decisions } = await getReport(clerk, id, new Date());
  expect(decisions.every((decision) => decision.paperId !== null)).toBe(true);
});

test("a paper of an earlier text is not confirmed", async () => {
  const other = await submittedReport("sfj", 2023);
  id = other;
  const report = await getReport(await actorOf("sfj.admin"), id, new Date());
  ({ version } = report);
  code = shortHash(report.contentHash);
  scan = (await upload("sfj.admin")).body.id;
  expect((await register()).status).toBe(200);
  const paper = await db.paperSignature.findFirstOrThrow({ where: { reportId: id } });
  await act("sfj.clerk", id, { event: "recall" });
  await act("sfj.clerk", id, { event: "submit" });
  ({ version } = await getReport(await actorOf("sfj.admin"), id, new Date()));
  const late = { event: "confirm-paper", version, paper: paper.id, code };
  expectRefusal(await send("sfj.review2", late), 422);
  expect(await db.decision.count({ where: { reportId: id } })).toBe(0);
});
