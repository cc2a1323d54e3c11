import { afterEach, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { listNotifications } from "@/lib/notifications/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { openThread, replyInThread, setResolution } from "@/lib/reviews/threads/commands";
import { actorOf, draftReport, seedDistrict } from "@/tests/support/demo";

const everybody = ["clerk", "clerk2", "review1", "review2", "proof1", "admin"];
const secret = "不能写进消息的话";
let id = "";

beforeAll(async () => {
  await seedDistrict();
  id = await draftReport("sfj", 2025);
  const change = { paragraphs: ["丁志远写的一段。"] };
  const save = { reportId: id, key: "preface", ifMatch: 2, change };
  await saveSection(await actorOf("sfj.clerk2"), save, new Date());
});

afterEach(async () => {
  await db.notification.deleteMany();
  await db.outboxItem.deleteMany();
});

/** The notices that each of the bureau has; those with none left out. */
async function told(): Promise<Record<string, { text: string; href: string }[]>> {
  await sweepOutbox(new Date());
  const lists = everybody.map(async (name) => {
    const notices = await listNotifications(await actorOf(`sfj.${name}`));
    return [name, notices.map(({ text, href }) => ({ text, href }))] as const;
  });
  return Object.fromEntries((await Promise.all(lists)).filter(([, notices]) => notices.length));
}

async function open(account: string, quote?: string): Promise<string> {
  const passage = quote && { quote: { text: quote, paragraph: 0, start: 0 } };
  const thread = { section: "preface", mustResolve: false, words: secret, ...passage };
  return openThread(await actorOf(account), id, thread, new Date());
}

async function reply(account: string, threadId: string) {
  const words = { reportId: id, threadId, words: secret };
  return replyInThread(await actorOf(account), words, new Date());
}

test("a new thread tells those who drafted, each answer those who talk; never the words", async () => {
  const thread = await open("sfj.review1", "丁志远写的");
  const opened = {
    text: "灋河回族区司法局2025年度报告有新的批注，请查看。",
    href: `/desk/reports/${id}`,
  };
  expect(await told()).toEqual({ clerk: [opened], clerk2: [opened] });

  await reply("sfj.clerk2", thread);
  const answered = {
    text: "灋河回族区司法局2025年度报告的批注有新的回复。",
    href: `/desk/reviews/${id}`,
  };
  expect(await told()).toEqual({ clerk: [opened], clerk2: [opened], review1: [answered] });

  const resolution = { reportId: id, threadId: thread, resolved: true, words: secret };
  await setResolution(await actorOf("sfj.proof1"), resolution, new Date());
  const after = await told();
  expect(Object.keys(after).toSorted()).toEqual(["clerk", "clerk2", "review1"]);
  expect(after.clerk).toEqual([opened]);
  expect(after.clerk2).toHaveLength(2);
  expect(after.review1?.[0]?.text).toContain("已解决");
  const stored = JSON.stringify([await db.notification.findMany(), await db.outboxItem.findMany()]);
  expect(stored).not.toContain(secret);
  expect(stored).not.toContain("丁志远写的");
});

test("many threads in one sitting stand as one notice", async () => {
  for (let i = 0; i < 12; i += 1) await open("sfj.review1");
  const after = await told();
  expect(after.clerk).toHaveLength(1);
  expect(await db.notification.count()).toBe(24);
});

test("what is refused tells nobody", async () => {
  await expect(open("sfj.review1", "没有写过的话")).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(open("sfj.admin")).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(open("jyj.review1")).rejects.toMatchObject({ code: "NOT_FOUND" });
  const threadId = await open("sfj.clerk");
  await db.outboxItem.deleteMany();
  await expect(reply("sfj.admin", threadId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const again = { reportId: id, threadId, resolved: false };
  const reopening = setResolution(await actorOf("sfj.clerk"), again, new Date());
  await expect(reopening).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await db.outboxItem.count()).toBe(0);
});

test("who has left the bureau is told nothing more of its reports", async () => {
  const thread = await open("sfj.review2");
  await reply("sfj.clerk", thread);
  await db.outboxItem.deleteMany();
  const ended = { until: new Date() };
  const gone = { user: { account: "sfj.review2" } };
  await db.membership.updateMany({ where: gone, data: ended });
  await reply("sfj.clerk", thread);
  expect(Object.keys(await told())).toEqual(["clerk2"]);
});
