import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { sweepDeliveries } from "@/lib/jobs/deliveries";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { openThread } from "@/lib/reviews/threads/commands";
import { act, actorOf, seedDistrict, submittedReport } from "@/tests/support/demo";
import { type GatewayServer, startGateway } from "@/tests/support/gateway-server";

const now = new Date();
let gateway: GatewayServer;
let id = "";

beforeAll(async () => {
  await seedDistrict();
  id = await submittedReport("sfj", 2025);
  await db.user.update({ where: { account: "sfj.review1" }, data: { phone: "13800000000" } });
  gateway = await startGateway();
});

afterAll(() => gateway.close());

beforeEach(async () => {
  Object.assign(process.env, {
    GATEWAY_URL: `${gateway.url}/send?to={phone}`,
    GATEWAY_HEADERS: '{"Authorization":"Bearer secret"}',
    GATEWAY_BODY:
      '{"mobile":"{phone}","id":"{id}","text":"{name}：{title}{step}，{due}前，{address}"}',
    APP_URL: "https://nb.example.gov.cn",
  });
  delete process.env.GATEWAY_ACCEPTED;
  gateway.answer(200, "ok");
  await db.delivery.deleteMany();
  await db.outboxItem.updateMany({ data: { doneAt: null } });
});

afterEach(() => {
  gateway.calls.length = 0;
  for (const name of ["URL", "HEADERS", "BODY"]) delete process.env[`GATEWAY_${name}`];
});

async function deliver() {
  while ((await sweepOutbox(now)) > 0);
  return sweepDeliveries("GATEWAY", () => now);
}

test("is called once with the template filled, for who has a number", async () => {
  expect(await deliver()).toBe(1);
  expect(await deliver()).toBe(0);
  const [call, ...rest] = gateway.calls;
  expect(rest).toEqual([]);
  expect(call).toMatchObject({ method: "POST", path: "/send?to=13800000000" });
  expect(call?.headers.authorization).toBe("Bearer secret");
  const delivery = await db.delivery.findFirstOrThrow();
  expect(JSON.parse(call?.body ?? "")).toEqual({
    mobile: "13800000000",
    id: delivery.id,
    text: `王秉文：灋河回族区司法局2025年度报告一审一校（初审），未设期限前，https://nb.example.gov.cn/desk/reviews/${id}`,
  });
  expect(delivery.outcome).toBe("SENT");
});

test("is off by default", async () => {
  delete process.env.GATEWAY_URL;
  expect(await deliver()).toBe(0);
  expect(await db.delivery.count()).toBe(0);
});

test("follows nobody elsewhere", async () => {
  const other = await startGateway();
  gateway.answer(302, "", { Location: `${other.url}/` });
  await deliver();
  expect(other.calls).toEqual([]);
  expect(await db.delivery.findFirstOrThrow()).toMatchObject({ attempts: 1, outcome: null });
  await other.close();
});

test("counts as sent only what the answer says is", async () => {
  process.env.GATEWAY_ACCEPTED = '"errcode":0';
  gateway.answer(200, '{"errcode":40035}');
  await deliver();
  expect(await db.delivery.findFirstOrThrow()).toMatchObject({ attempts: 1, outcome: null });
  await db.delivery.updateMany({ data: { nextAt: now } });
  gateway.answer(200, '{"errcode":0,"errmsg":"ok"}');
  await sweepDeliveries("GATEWAY", () => now);
  expect(await db.delivery.findFirstOrThrow()).toMatchObject({ outcome: "SENT" });
});

test("is not called for what waits for nobody: a 批注", async () => {
  await db.outboxItem.updateMany({ data: { doneAt: now } });
  const clerk = await actorOf("sfj.clerk");
  const reviewer = await actorOf("sfj.review1");
  const thread = { section: "problems", mustResolve: false, words: "请写明期限" };
  await openThread(reviewer, id, thread, new Date());
  await act("sfj.clerk", id, { event: "urge" });
  await db.user.update({ where: { id: clerk.userId }, data: { phone: "13900000000" } });
  await deliver();
  expect(gateway.calls.map(({ body }) => JSON.parse(body).mobile)).toEqual(["13800000000"]);
});
