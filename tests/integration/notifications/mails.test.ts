import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { sweepDeliveries } from "@/lib/jobs/deliveries";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { seedDistrict } from "@/tests/support/demo";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";

const MINUTE = 60_000;
const now = new Date("2026-01-05T03:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * MINUTE);
let server: MailServer;
let ids: Record<string, string> = {};

beforeAll(async () => {
  await seedDistrict();
  const users = await db.user.findMany({ select: { id: true, account: true } });
  ids = Object.fromEntries(users.map(({ id, account }) => [account, id]));
  server = await startMailServer();
});

afterAll(() => server.close());

beforeEach(async () => {
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "年报台 <nb@example.gov.cn>";
  process.env.APP_URL = "https://nb.example.gov.cn";
  server.answer(null);
  await db.user.updateMany({ data: { email: null, byMail: true, disabledAt: null } });
});

afterEach(async () => {
  server.received.length = 0;
  delete process.env.SMTP_URL;
  await db.delivery.deleteMany();
  await db.notification.deleteMany();
  await db.outboxItem.deleteMany();
});

async function giveAddress(...accounts: string[]) {
  for (const account of accounts) {
    const data = { email: `${account}@example.gov.cn` };
    await db.user.update({ where: { account }, data });
  }
}

/** A notice to people by account, shown in the program and on its way. */
async function tell(no: number, ...accounts: string[]) {
  const userIds = accounts.map((account) => ids[account] ?? "");
  const dueAt = "2026-01-12T16:00:00.000Z";
  const about = { bureauName: "灋河回族区司法局", year: 2025, step: "一审", dueAt };
  const payload = { userIds, text: `第${no}条消息。`, href: "/desk/reviews/1", about };
  await db.outboxItem.create({ data: { kind: "notice", payload, createdAt: now } });
  await sweepOutbox(now);
}

const sweep = (at = now) => sweepDeliveries("MAIL", () => at);
const delivery = () => db.delivery.findFirstOrThrow();

describe("a notice by mail", () => {
  test("goes once to each who has an address, wants it, and has an account that works", async () => {
    await giveAddress("sfj.review1", "sfj.review2", "sfj.review3");
    await db.user.update({ where: { account: "sfj.review2" }, data: { byMail: false } });
    await db.user.update({ where: { account: "sfj.review3" }, data: { disabledAt: now } });
    await tell(1, "sfj.review1", "sfj.review2", "sfj.review3", "sfj.clerk");
    expect(await db.notification.count()).toBe(4);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const [mail, ...rest] = server.received;
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({
      to: ["sfj.review1@example.gov.cn"],
      subject: "【年报台】第1条消息。",
      messageId: `<${(await delivery()).id}@nb.example.gov.cn>`,
    });
    expect(mail?.text).toContain("王秉文：");
    expect(mail?.text).toContain("环节：一审\n期限：2026年1月12日");
    expect(mail?.text).toContain("https://nb.example.gov.cn/desk/reviews/1");
  });

  test("is none without a server: in the program alone", async () => {
    delete process.env.SMTP_URL;
    await giveAddress("sfj.review1");
    await tell(1, "sfj.review1");
    expect(await db.notification.count()).toBe(1);
    expect(await db.delivery.count()).toBe(0);
    expect(await sweep()).toBe(0);
  });

  test("goes once, by however many sweepers at once", async () => {
    const accounts = ["sfj.review1", "sfj.review2", "sfj.review3", "sfj.clerk"];
    await giveAddress(...accounts);
    for (let no = 0; no < 6; no += 1) await tell(no, ...accounts);
    const swept = await Promise.all(Array.from({ length: 4 }, () => sweep()));
    expect(swept.reduce((a, b) => a + b, 0)).toBe(24);
    expect(server.received).toHaveLength(24);
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(24);
    expect(await db.delivery.count({ where: { outcome: "SENT" } })).toBe(24);
  });

  test("is not sent to who switches it off while it waits", async () => {
    await giveAddress("sfj.review1");
    await tell(1, "sfj.review1");
    await db.user.update({ where: { account: "sfj.review1" }, data: { byMail: false } });
    await sweep();
    expect(server.received).toEqual([]);
    expect(await delivery()).toMatchObject({ outcome: "DROPPED", endedAt: now });
  });
});

describe("a server that does not take it", () => {
  test("is asked again, each time later, with the same Message-ID, until it does", async () => {
    await giveAddress("sfj.review1");
    await tell(1, "sfj.review1");
    server.answer(451);
    await sweep();
    expect(await delivery()).toMatchObject({ attempts: 1, nextAt: later(1), endedAt: null });
    expect(await sweep()).toBe(0);
    expect(await sweep(later(1))).toBe(1);
    expect(await delivery()).toMatchObject({ attempts: 2, nextAt: later(6) });
    server.answer(null);
    expect(await sweep(later(6))).toBe(1);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.messageId).toContain((await delivery()).id);
    expect(await delivery()).toMatchObject({ attempts: 3, outcome: "SENT" });
  });

  test("is given up after seven attempts, and the log says so", async () => {
    await giveAddress("sfj.review1");
    await tell(1, "sfj.review1");
    await server.close();
    let at = now;
    for (let tried = 1; tried <= 7; tried += 1) {
      expect(await sweep(at)).toBe(1);
      at = (await delivery()).nextAt;
    }
    server = await startMailServer(Number(new URL(server.url).port));
    expect(await sweep(later(100_000))).toBe(0);
    expect(server.received).toEqual([]);
    expect(await delivery()).toMatchObject({ attempts: 7, outcome: "FAILED" });
    const fact = await db.auditEvent.findFirstOrThrow({ where: { type: "delivery-failed" } });
    expect(fact).toMatchObject({ subject: "sfj.review1", actor: "系统", chain: "installation" });
    expect(JSON.parse(fact.data)).toEqual({ channel: "MAIL", failures: 7 });
  });

  test("is not asked again where it knows no such mailbox", async () => {
    await giveAddress("sfj.review1");
    await tell(1, "sfj.review1");
    server.answer(550);
    await sweep();
    expect(await delivery()).toMatchObject({ attempts: 1, outcome: "FAILED" });
  });
});

test("what a killed process held is nobody's until its time is over, and then goes out", async () => {
  await giveAddress("sfj.review1");
  await tell(1, "sfj.review1");
  // As the claim leaves it behind.
  await db.delivery.updateMany({ data: { attempts: 1, nextAt: later(3) } });
  expect(await sweep(later(2))).toBe(0);
  expect(await sweep(later(3))).toBe(1);
  expect(server.received).toHaveLength(1);
  await db.delivery.updateMany({
    data: { attempts: 7, nextAt: now, endedAt: null, outcome: null },
  });
  expect(await sweep()).toBe(1);
  expect(server.received).toHaveLength(1);
  expect(await delivery()).toMatchObject({ outcome: "FAILED" });
});
