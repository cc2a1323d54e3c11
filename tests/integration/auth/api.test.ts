import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { GET as getMe } from "@/app/api/v1/me/route";
import { POST as postToken } from "@/app/api/v1/tokens/route";
import { handle, handlePublic, readJson, readQuery } from "@/lib/api";
import { signIn } from "@/lib/auth/commands";
import { sealSession, sessionCookie } from "@/lib/auth/cookie";
import { ACCOUNT_FAILURES } from "@/lib/auth/limits";
import { meSchema, tokenSchema } from "@/lib/auth/schema";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { parseId } from "@/lib/input";
import { createPerson, password } from "@/tests/support/people";

const site = "http://site.test";

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  params?: unknown;
}

type Handler<P> = (request: NextRequest, context: { params: Promise<P> }) => Promise<Response>;

async function ask<P>(handler: Handler<P>, { params, headers, ...init }: Sent = {}) {
  const request = new NextRequest(`${site}/api/v1/x?a=1`, {
    ...init,
    headers: { host: "site.test", ...headers },
  });
  const response = await handler(request, { params: Promise.resolve(params as P) });
  return { response, status: response.status, body: await response.json().catch(() => null) };
}

const post = (value: unknown) => ({ method: "POST", body: JSON.stringify(value) });

async function cookieOf(account: string) {
  const id = await signIn({ account, password, address: null }, new Date());
  return { cookie: `${sessionCookie().name}=${await sealSession(id)}` };
}

test("a token is issued for account and password, and serves", async () => {
  const plan = await db.reviewPlan.create({ data: { code: randomUUID(), name: "流程" } });
  const code = `b-${randomUUID()}`;
  const shape = { code, name: "测试局", kind: "DEPARTMENT", position: 1, planId: plan.id } as const;
  const bureau = await db.bureau.create({ data: shape });
  const person = await createPerson();
  await db.membership.createMany({
    data: [
      { userId: person.id, bureauId: bureau.id, role: "REVIEWER", level: 2 },
      { userId: person.id, role: "AUDITOR" },
    ],
  });
  const issued = await ask(postToken, post({ account: person.account, password }));
  expect(issued.status).toBe(201);
  expect(issued.response.headers.get("cache-control")).toBe("no-store");
  const { token, expiresAt } = tokenSchema.parse(issued.body);
  expect(new Date(expiresAt).getTime() - Date.now()).toBeGreaterThan(11.9 * 3_600_000);

  const me = await ask(getMe, { headers: { authorization: `Bearer ${token}` } });
  expect(me.response.headers.get("cache-control")).toBe("no-store");
  const roles = [
    { bureau: code, bureauName: "测试局", role: "REVIEWER", level: 2 },
    { bureau: null, bureauName: null, role: "AUDITOR", level: null },
  ];
  expect(meSchema.parse(me.body)).toEqual({
    id: person.id,
    account: person.account,
    name: person.name,
    roles,
  });
});

test("wrong account and wrong password are one problem document, and lock alike", async () => {
  const person = await createPerson();
  const wrong = (account: string) => ask(postToken, post({ account, password: "wrong" }));
  const nobody = `nobody.${randomUUID()}`;
  const [a, b] = [await wrong(person.account), await wrong(nobody)];
  expect(a.body).toEqual({
    type: "about:blank",
    title: "未登录",
    status: 401,
    detail: "账号或密码不正确。",
    code: "UNAUTHENTICATED",
    reasons: ["账号或密码不正确。"],
  });
  expect(b.body).toEqual(a.body);
  expect(a.response.headers.get("content-type")).toBe("application/problem+json");
  expect([...b.response.headers]).toEqual([...a.response.headers]);
  for (let i = 1; i < ACCOUNT_FAILURES; i++) await wrong(nobody);
  const locked = await wrong(nobody);
  expect(locked).toMatchObject({ status: 429, body: { code: "TOO_MANY" } });
  expect(locked.response.headers.get("retry-after")).toBe("900");
});

test("without a session that holds there is a problem and a challenge", async () => {
  const { status, response, body } = await ask(getMe);
  expect({ status, code: body.code }).toEqual({ status: 401, code: "UNAUTHENTICATED" });
  expect(response.headers.get("www-authenticate")).toBe("Bearer");
  const wrong = await ask(getMe, { headers: { authorization: "Bearer abc" } });
  expect(wrong.status).toBe(401);
});

test("a cookie serves too, but not for a write that another site sends", async () => {
  const person = await createPerson();
  const cookie = await cookieOf(person.account);
  const write = handle(async ({ actor }) => ({ account: actor.account }));
  const send = async (headers: Record<string, string>, method = "POST") =>
    (await ask(write, { method, headers: { ...cookie, ...headers } })).status;
  expect(await send({ "sec-fetch-site": "same-origin", origin: site })).toBe(200);
  expect(await send({ origin: site })).toBe(200);
  expect(await send({})).toBe(200);
  expect(await send({ "sec-fetch-site": "cross-site" }, "GET")).toBe(200);
  expect(await send({ "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await send({ "sec-fetch-site": "same-site", origin: site }, "DELETE")).toBe(403);
  expect(await send({ origin: "http://evil.test" }, "PATCH")).toBe(403);
  expect(await send({ origin: "null" }, "PUT")).toBe(403);
});

test("a token may be sent from anywhere: no browser adds it by itself", async () => {
  const person = await createPerson();
  const { body } = await ask(postToken, post({ account: person.account, password }));
  const write = handle(async () => undefined);
  const headers = { authorization: `Bearer ${body.token}`, origin: "http://elsewhere.test" };
  expect((await ask(write, { method: "POST", headers })).status).toBe(204);
});

const schema = z.object({
  year: z.int().min(2008),
  items: z.array(z.object({ words: z.string() })),
});
const read = handlePublic(async ({ request }) => readJson(request, schema, 200));

test("a body that does not fit names each field in Chinese", async () => {
  const { status, body } = await ask(read, post({ year: 1999, items: [{ words: 1 }, {}] }));
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: "INVALID", status: 422 });
  expect(body.reasons).toEqual([
    "year：不能小于 2008。",
    "items.0.words：应为文字。",
    "items.1.words：缺少这一项。",
  ]);
  expect(body.fieldErrors["items.0.words"]).toEqual(["应为文字。"]);
});

test.each(["{", "", "\u0000", new Uint8Array([0x22, 0xff, 0x22])])("%j is no JSON", async (raw) => {
  const { status, body } = await ask(read, { method: "POST", body: raw as BodyInit });
  expect(status).toBe(422);
  expect(body.reasons).toEqual(["请求内容不是有效的 JSON。"]);
});

test("a body beyond the limit is refused", async () => {
  const { status, body } = await ask(
    read,
    post({ year: 2025, items: [{ words: "长".repeat(70) }] }),
  );
  expect({ status, code: body.code }).toEqual({ status: 413, code: "TOO_LARGE" });
});

test("an id that is none answers as one that does not exist", async () => {
  const find = handlePublic<{ id: string }>(async ({ params }) => ({ id: parseId(params.id) }));
  const id = randomUUID();
  expect((await ask(find, { params: { id: id.toUpperCase() } })).body).toEqual({ id });
  const none = await ask(find, { params: { id: "1'" } });
  expect(none).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
});

test("the query is read by a schema", async () => {
  const query = handlePublic(async ({ request }) =>
    readQuery(request, z.object({ a: z.coerce.number() })),
  );
  expect((await ask(query)).body).toEqual({ a: 1 });
});

test("a refusal carries its further members, but not over the fixed ones", async () => {
  const conflict = handlePublic(async () => {
    throw new AppError("CONFLICT", ["一", "二"], { current: { version: 3 }, status: 1, code: "x" });
  });
  const { status, body } = await ask(conflict);
  expect(status).toBe(409);
  expect(body).toMatchObject({ status: 409, code: "CONFLICT", current: { version: 3 } });
  expect(body).toMatchObject({ reasons: ["一", "二"], detail: "一\n二" });
});

test("what nobody foresaw is a 500 that tells nothing, and the log holds nobody's text", async () => {
  const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const broken = handlePublic(async () => {
    throw new TypeError("call with { words: '正文内容' }\n\nColumn missing");
  });
  const { status, body } = await ask(broken);
  const logged = log.mock.calls.join();
  log.mockRestore();
  expect({ status, code: body.code }).toEqual({ status: 500, code: "INTERNAL" });
  expect(JSON.stringify(body)).not.toContain("Column");
  expect(logged).toMatch(/^GET \/api\/v1\/x: TypeError: Column missing\n {4}at /);
  expect(logged).not.toContain("正文内容");
});
