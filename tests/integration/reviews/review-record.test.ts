import { beforeAll, expect, test } from "vitest";
import { GET as getFile } from "@/app/api/v1/reports/[id]/files/[name]/route";
import { GET as getRecord } from "@/app/api/v1/reports/[id]/record/route";
import { db } from "@/lib/db";
import { sha256 } from "@/lib/format/hash";
import { shortHash } from "@/lib/format/short-hash";
import { reviewRecord } from "@/lib/openapi/record-answers";
import { exportFile } from "@/lib/reports/exports/commands";
import { getReviewRecord } from "@/lib/reports/record/queries";
import { widenScope } from "@/lib/reports/widenings/commands";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  actorOf,
  checklist,
  draftReport,
  pass,
  seedDistrict,
  submitAgain,
  tokenOf,
} from "@/tests/support/demo";
import { charactersIn } from "@/tests/support/pdf-text";

let id = "";

/** Level one passes by a deputy with 差错, level two returns, and the second round is approved. */
beforeAll(async () => {
  const bureaus = await seedDistrict();
  await allowExceptions(bureaus.sfj ?? "");
  const [principal, deputy] = await Promise.all(
    ["sfj.review1", "sfj.admin"].map((account) =>
      db.user.findUniqueOrThrow({ where: { account } }),
    ),
  );
  const [from, until] = [new Date(0), new Date("2100-01-01T00:00:00Z")];
  await db.delegation.create({
    data: {
      bureauId: bureaus.sfj ?? "",
      fromId: principal?.id ?? "",
      toId: deputy?.id ?? "",
      from,
      until,
      reason: "出差",
      createdById: principal?.id ?? "",
      createdAt: from,
    },
  });
  id = await draftReport("sfj", 2024);
  await act("sfj.clerk", id, { event: "submit" });
  await act("sfj.admin", id, { event: "claim" });
  const items = [
    { section: "problems", words: "字形有误", errorClass: "typo" as const, correction: "瀍河" },
  ];
  await act("sfj.admin", id, { event: "pass", checklist, opinion: "代为审核。", items });
  const asked = [{ section: "applications", cell: "received.business", words: "请与台账核对" }];
  await act("sfj.review2", id, { event: "return", items: asked });
  const reason = "表二也要核对";
  await widenScope(await actorOf("sfj.clerk"), id, { section: "proactive", reason }, new Date());
  await submitAgain("sfj.clerk", id);
  for (const level of [2, 3]) await pass(`sfj.review${level}`, id);
  await act("sfj.review3", id, { event: "override", guard: "distinctLevels", reason: "人员不足" });
}, 60_000);

/** The plan of the ready-made kind, with one guard marked as overridable. */
async function allowExceptions(bureauId: string) {
  const definition = JSON.stringify({ ...standardPlan, overridable: ["distinctLevels"] });
  const plan = await db.reviewPlan.create({
    data: {
      bureauId,
      name: standardPlan.name,
      versions: { create: { no: 3, definition, publishedAt: new Date(0) } },
    },
  });
  await db.bureau.update({ where: { id: bureauId }, data: { planId: plan.id } });
}

const read = async () => getReviewRecord(await actorOf("sfj.clerk"), id);

test("names the plan, the 稿 and its 校验码, and what each 送审 came to", async () => {
  const record = await read();
  const last = await db.revision.findFirstOrThrow({
    where: { reportId: id },
    orderBy: { no: "desc" },
  });
  expect(record.text).toEqual({ revisionNo: last.no, contentHash: last.contentHash });
  expect(record.rounds.map(({ no, plan, outcome }) => [no, plan, outcome])).toEqual([
    [1, `${standardPlan.name}（第 3 版）`, "退回修改"],
    [2, `${standardPlan.name}（第 3 版）`, "审定"],
  ]);
});

test("lists every 审 and 校 in turn, with the stand-in, and what else was done", async () => {
  const { rounds } = await read();
  const done = rounds.map(({ entries }) => entries.map(({ what, who }) => `${what} ${who}`));
  expect(done[0]).toEqual([
    expect.stringMatching(/^送审 /),
    expect.stringMatching(/^一审　认领 /),
    expect.stringMatching(/^一校　认领 /),
    expect.stringMatching(/^一审　通过 .+（代 .+）$/),
    expect.stringMatching(/^一校　通过 .+（代 .+）$/),
    expect.stringMatching(/^二审　退回修改 /),
    expect.stringMatching(/^二校　退回修改 /),
    expect.stringMatching(/^扩大修改范围 /),
  ]);
  expect(done[1]?.map((line) => line.split(" ")[0])).toEqual([
    "送审",
    "二审　通过",
    "二校　通过",
    "三审　通过",
    "三校　通过",
    "例外处理",
  ]);
});

test("says opinion, ticks, 差错, answers and the text that was judged", async () => {
  const { rounds, texts, unconfirmed } = await read();
  const linesOf = (what: string) =>
    rounds[0]?.entries
      .find((entry) => entry.what === what)
      ?.lines.map(({ label, words }) => `${label}：${words}`);
  const code = shortHash(texts[0]?.contentHash ?? "");
  expect(linesOf("一校　通过")).toEqual([
    "意见：代为审核。",
    "已核对：文字关",
    "差错：错别字 1，共 1 处",
    "错别字：存在的主要问题及改进情况：字形有误（应为：瀍河）",
    expect.stringContaining(`全文；第 1 稿，校验码 ${code}`),
  ]);
  expect(linesOf("二审　退回修改")).toContainEqual(
    expect.stringMatching(
      /^退回意见：表三「.+」行「商业企业」列：请与台账核对\n答复（.+）：已修改$/,
    ),
  );
  expect(texts[0]?.sections.length).toBeGreaterThan(10);
  expect(unconfirmed).toBe(1);
  const exception = rounds[1]?.entries.at(-1);
  expect(exception?.mark).toBe("例外，待确认");
  expect(exception?.lines).toContainEqual({ label: "规则", words: "同一人承担两个层级" });
});

test("printed twice, by different people and at different times, it is the same file", async () => {
  const print = async (account: string, at: string) =>
    (await exportFile(await actorOf(account), id, "review-record.pdf", new Date(at))).bytes;
  const one = await print("sfj.clerk", "2026-03-02T02:00:00Z");
  expect(sha256(await print("sfj.review3", "2027-01-01T00:00:00Z"))).toBe(sha256(one));
  for (const character of "审校单代瀍答例外待确认扩大")
    expect(charactersIn(one)).toContain(character);
});

test("over the API: for the bureau's people, once as a fact in the log; behind the wall", async () => {
  const token = await tokenOf("sfj.proof1");
  const answer = await callApi(getRecord, { token, params: { id } });
  expect(reviewRecord.parse(answer.body)).toEqual(answer.body);
  const logged = () => db.auditEvent.count({ where: { type: "exported", subject: id } });
  const before = await logged();
  const file = await callApi(getFile, { token, params: { id, name: "review-record.pdf" } });
  expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect(await logged()).toBe(before + 1);
  for (const account of ["jyj.clerk", "qzf.super"]) {
    const stranger = await tokenOf(account);
    expectRefusal(await callApi(getRecord, { token: stranger, params: { id } }), 404);
    const params = { id, name: "review-record.pdf" };
    expectRefusal(await callApi(getFile, { token: stranger, params }), 404);
  }
  await db.round.updateMany({ where: { reportId: id }, data: { filedAt: new Date() } });
  const superior = await tokenOf("qzf.super");
  expect((await callApi(getRecord, { token: superior, params: { id } })).status).toBe(200);
});
