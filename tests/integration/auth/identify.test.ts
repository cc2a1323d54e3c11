import { beforeEach, expect, test } from "vitest";
import { createToken, signIn } from "@/lib/auth/commands";
import { sealSession } from "@/lib/auth/cookie";
import { actorOfSession, actorOfToken, identify } from "@/lib/auth/identify";
import { SESSION_IDLE_MS, SESSION_MS, SESSION_TOUCH_MS, TOKEN_MS } from "@/lib/auth/limits";
import { hashToken } from "@/lib/auth/tokens";
import { db } from "@/lib/db";
import { createPerson, password } from "@/tests/support/people";

const now = new Date("2026-01-05T01:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

let person: Awaited<ReturnType<typeof createPerson>>;
let session: string;
let token: string;

beforeEach(async () => {
  person = await createPerson({
    memberships: {
      create: [
        { role: "AUDITOR", from: now },
        { role: "SYSTEM_ADMIN", from: now, until: later(60_000) },
        { role: "SECURITY_ADMIN", from: later(60_000) },
      ],
    },
  });
  const credentials = { account: person.account, password, address: null };
  session = await signIn(credentials, now);
  token = (await createToken(credentials, now)).token;
});

async function rolesAt(at: Date) {
  const actor = await actorOfSession(session, at);
  return actor?.memberships.map((m) => m.role).sort();
}

test("a session and a token tell the person and the roles", async () => {
  const expected = {
    userId: person.id,
    account: person.account,
    name: person.name,
    lent: [],
    memberships: [
      { bureauId: null, role: "AUDITOR", level: null },
      { bureauId: null, role: "SYSTEM_ADMIN", level: null },
    ],
  };
  expect(await actorOfSession(session, now)).toEqual(expected);
  expect(await actorOfToken(token, now)).toEqual(expected);
});

test("a role holds from its first instant to just before its last", async () => {
  expect(await rolesAt(later(59_999))).toEqual(["AUDITOR", "SYSTEM_ADMIN"]);
  expect(await rolesAt(later(60_000))).toEqual(["AUDITOR", "SECURITY_ADMIN"]);
});

test("a person without any role is still a person", async () => {
  await db.membership.deleteMany({ where: { userId: person.id } });
  expect(await rolesAt(now)).toEqual([]);
});

test("a session left idle runs out; one in use goes on, up to its end", async () => {
  expect(await actorOfSession(session, later(SESSION_IDLE_MS))).toBeNull();
  for (let at = 0; at < SESSION_MS; at += SESSION_IDLE_MS - 1) {
    expect(await actorOfSession(session, later(at))).not.toBeNull();
  }
  expect(await actorOfSession(session, later(SESSION_MS - 1))).not.toBeNull();
  expect(await actorOfSession(session, later(SESSION_MS))).toBeNull();
});

test("the last sight of a session is noted at most once a minute", async () => {
  const seen = async (at: Date) => {
    await actorOfSession(session, at);
    return (await db.session.findUniqueOrThrow({ where: { id: session } })).lastSeenAt;
  };
  expect(await seen(later(SESSION_TOUCH_MS - 1))).toEqual(now);
  expect(await seen(later(SESSION_TOUCH_MS))).toEqual(later(SESSION_TOUCH_MS));
});

test("a revoked session or token and a disabled person are nobody", async () => {
  await db.session.update({ where: { id: session }, data: { revokedAt: now } });
  expect(await actorOfSession(session, now)).toBeNull();
  expect(await actorOfToken(token, now)).not.toBeNull();
  await db.apiToken.updateMany({ where: { userId: person.id }, data: { revokedAt: now } });
  expect(await actorOfToken(token, now)).toBeNull();

  await db.session.update({ where: { id: session }, data: { revokedAt: null } });
  await db.apiToken.updateMany({ where: { userId: person.id }, data: { revokedAt: null } });
  expect(await actorOfSession(session, now)).not.toBeNull();
  await db.user.update({ where: { id: person.id }, data: { disabledAt: now } });
  expect(await actorOfSession(session, now)).toBeNull();
  expect(await actorOfToken(token, now)).toBeNull();
});

test("a token ends after its time, and only its hash is stored", async () => {
  expect(await actorOfToken(token, later(TOKEN_MS - 1))).not.toBeNull();
  expect(await actorOfToken(token, later(TOKEN_MS))).toBeNull();
  const [row] = await db.apiToken.findMany({ where: { userId: person.id } });
  expect(row?.tokenHash).toBe(hashToken(token));
  expect(JSON.stringify(row)).not.toContain(token);
  expect(token).toMatch(/^[\w-]{43}$/);
});

test("a request is known by its sealed cookie or its token, and the token goes first", async () => {
  const cookie = await sealSession(session);
  const ask = (presented: Partial<Parameters<typeof identify>[0]>) =>
    identify({ cookie: undefined, authorization: null, ...presented }, now);
  expect((await ask({ cookie }))?.userId).toBe(person.id);
  expect((await ask({ authorization: `Bearer ${token}` }))?.userId).toBe(person.id);
  expect(await ask({})).toBeNull();
  expect(await ask({ cookie, authorization: "Bearer wrong" })).toBeNull();
  expect(await ask({ cookie, authorization: "Basic eDp5" })).toBeNull();
  expect(await ask({ cookie: session })).toBeNull();
  expect(await ask({ cookie: `${cookie.slice(0, -4)}AAAA` })).toBeNull();
  expect(await actorOfSession("x' OR true --", now)).toBeNull();
});
