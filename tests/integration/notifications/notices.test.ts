import { beforeAll, beforeEach, expect, test } from "vitest";
import { PUT as putRead } from "@/app/api/v1/notices/read/route";
import { GET as listNotices } from "@/app/api/v1/notices/route";
import { GET as getUnread } from "@/app/api/v1/notices/unread/route";
import { GET as getSettings, PUT as putSettings } from "@/app/api/v1/settings/route";
import { db } from "@/lib/db";
import { answers } from "@/lib/openapi/schemas";
import { callApi } from "@/tests/support/api";
import { seedDistrict, tokenOf } from "@/tests/support/demo";

const start = Date.UTC(2026, 0, 5);
let token = "";
let userId = "";

beforeAll(async () => {
  await seedDistrict();
  token = await tokenOf("sfj.clerk");
  ({ id: userId } = await db.user.findUniqueOrThrow({ where: { account: "sfj.clerk" } }));
});

beforeEach(() => db.notification.deleteMany());

/** Notices of the clerk, the first the oldest. */
async function tell(...texts: string[]) {
  const data = texts.map((text, no) => ({
    outboxId: `00000000-0000-7000-8000-${String(no).padStart(12, "0")}`,
    userId,
    text,
    href: "/desk",
    createdAt: new Date(start + no),
  }));
  await db.notification.createMany({ data });
}

const list = async (query = "") => (await callApi(listNotices, { token, query })).body;
const unread = async () => (await callApi(getUnread, { token })).body.unread;
const read = (body: object) => callApi(putRead, { token, method: "PUT", body });

test("are listed newest first, a page at a time, each once", async () => {
  await tell(...Array.from({ length: 120 }, (_, no) => `第${no}条`));
  const seen: string[] = [];
  let query = "";
  for (let pages = 0; pages < 3; pages += 1) {
    const page = answers.NoticeList.parse(await list(query));
    seen.push(...page.items.map(({ text }) => text));
    query = `?cursor=${page.nextCursor}`;
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, no) => `第${119 - no}条`));
  expect(query).toBe("?cursor=null");
  expect(await unread()).toBe(100);
});

test("are read one by one, with what said the same before, or all at once", async () => {
  await tell("等待审核", "退回", "等待审核", "发布", "等待审核");
  expect(await unread()).toBe(3);
  const [, , id] = (await db.notification.findMany({ orderBy: { createdAt: "asc" } })).map(
    ({ outboxId }) => outboxId,
  );
  expect((await read({ id })).status).toBe(204);
  const open = await db.notification.findMany({
    where: { readAt: null },
    orderBy: { createdAt: "asc" },
  });
  expect(open.map(({ text }) => text)).toEqual(["退回", "发布", "等待审核"]);
  expect((await list("?unread=true")).items).toHaveLength(3);
  await read({});
  expect(await unread()).toBe(0);
  expect((await list("?unread=true")).items).toEqual([]);
  expect((await list()).items).toHaveLength(3);
});

test("are nobody else's, by whatever number", async () => {
  await tell("等待审核");
  const other = await tokenOf("sfj.clerk2");
  const [{ outboxId: id }] = (await list()).items;
  await callApi(putRead, { token: other, method: "PUT", body: { id } });
  await callApi(putRead, { token: other, method: "PUT", body: {} });
  expect(await unread()).toBe(1);
  const behind = await callApi(listNotices, { token: other, query: `?cursor=${id}` });
  expect(behind.body).toEqual({ items: [], nextCursor: null });
  expect((await callApi(listNotices, { token, query: "?cursor=1" })).status).toBe(422);
});

test("settings: one's own address and switches, kept out of the log", async () => {
  const change = (body: object) => callApi(putSettings, { token, method: "PUT", body });
  const none = { email: null, phone: null, byMail: true, byGateway: true };
  const closed = { mail: false, gateway: false };
  const before = await callApi(getSettings, { token });
  expect(answers.Settings.parse(before.body)).toEqual({ ...none, channels: closed });
  const wrong = await change({ ...none, email: "马晓雯", phone: "电话" });
  expect(wrong.status).toBe(422);
  expect(Object.keys(wrong.body.fieldErrors)).toEqual(["email", "phone"]);
  const mine = { email: "m@example.gov.cn", phone: "13800000000", byMail: false, byGateway: true };
  expect((await change(mine)).body).toEqual({ ...mine, channels: closed });
  expect((await callApi(getSettings, { token })).body).toMatchObject(mine);
  const other = await tokenOf("sfj.clerk2");
  expect((await callApi(getSettings, { token: other })).body).toMatchObject(none);
  const facts = await db.auditEvent.findMany({ where: { type: "contact-changed" } });
  expect(facts.map(({ data }) => JSON.parse(data))).toEqual([{ mail: false, gateway: true }]);
  expect((await change({ ...mine, email: "", phone: "" })).body).toMatchObject({
    email: null,
    phone: null,
  });
});
