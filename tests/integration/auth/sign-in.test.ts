import { randomUUID } from "node:crypto";
import { parseOptions, verify } from "@node-rs/argon2";
import { expect, test, vi } from "vitest";
import { dropOldFailures, signIn, signOut } from "@/lib/auth/commands";
import { ACCOUNT_FAILURES, ADDRESS_FAILURES, SESSION_MS, THROTTLE_MS } from "@/lib/auth/limits";
import { db } from "@/lib/db";
import { createPerson, password } from "@/tests/support/people";

// The real one, watched.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});

const now = new Date("2026-01-05T01:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

function attempt(account: string, typed = "wrong", at = now, address: string | null = null) {
  return signIn({ account, password: typed, address }, at).then(
    () => "signed in",
    (error) => `${error.code} ${error.reasons.join()}`,
  );
}

async function fail(account: string, times: number, at = now) {
  for (let i = 0; i < times; i++) await attempt(account, "wrong", at);
}

/** The facts about one account or address, in order. */
async function facts(subject: string) {
  const rows = await db.auditEvent.findMany({ where: { subject }, orderBy: { seq: "asc" } });
  return rows.map((row) => ({ type: row.type, actorId: row.actorId, data: JSON.parse(row.data) }));
}

test("the right password opens a new session each time and leaves a fact", async () => {
  const person = await createPerson();
  const credentials = { account: person.account, password, address: "192.0.2.1" };
  const [first, second] = [await signIn(credentials, now), await signIn(credentials, now)];
  expect(first).not.toBe(second);
  const session = await db.session.findUniqueOrThrow({ where: { id: first } });
  expect(session).toMatchObject({ userId: person.id, revokedAt: null, lastSeenAt: now });
  expect(session.expiresAt).toEqual(later(SESSION_MS));
  const fact = { type: "sign-in", actorId: person.id, data: { address: "192.0.2.1" } };
  expect(await facts(person.account)).toEqual([fact, fact]);
});

test("an unknown account, a disabled one and a wrong password get one answer", async () => {
  const person = await createPerson();
  const disabled = await createPerson({ disabledAt: now });
  const answers = await Promise.all([
    attempt(`nobody.${randomUUID()}`),
    attempt(`nobody.${randomUUID()}`, password),
    attempt(disabled.account, password),
    attempt(person.account),
  ]);
  expect(new Set(answers)).toEqual(new Set(["UNAUTHENTICATED 账号或密码不正确。"]));
  expect(await db.session.count({ where: { userId: disabled.id } })).toBe(0);
});

test("each of them costs one argon2id of the same size", async () => {
  const person = await createPerson();
  const disabled = await createPerson({ disabledAt: now });
  vi.mocked(verify).mockClear();
  for (const account of [person.account, `nobody.${randomUUID()}`, disabled.account]) {
    await attempt(account);
  }
  const sizes = vi.mocked(verify).mock.calls.map(([hash]) => parseOptions(hash));
  expect(sizes).toHaveLength(3);
  expect(sizes[0]).toMatchObject({ algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  expect(sizes).toEqual([sizes[0], sizes[0], sizes[0]]);
});

test("five failures lock an account, existing or not, for a quarter of an hour", async () => {
  const person = await createPerson();
  for (const account of [person.account, `nobody.${randomUUID()}`]) {
    await fail(account, ACCOUNT_FAILURES);
    expect(await attempt(account, password)).toBe("TOO_MANY 尝试次数过多，请 15 分钟后再试。");
    expect(await attempt(account, password, later(THROTTLE_MS - 1))).toMatch(/^TOO_MANY/);
  }
  expect(await attempt(person.account, password, later(THROTTLE_MS))).toBe("signed in");
});

test("a fresh process knows of the lock", async () => {
  const person = await createPerson();
  await fail(person.account, ACCOUNT_FAILURES);
  const kept = globalThis as { nianbaotaiDatabase?: unknown };
  const before = kept.nianbaotaiDatabase;
  kept.nianbaotaiDatabase = undefined;
  vi.resetModules();
  const fresh = await import("@/lib/auth/commands");
  const again = fresh.signIn({ account: person.account, password, address: null }, now);
  await expect(again).rejects.toMatchObject({ code: "TOO_MANY" });
  const { closeDatabase } = await import("@/lib/db");
  await closeDatabase();
  kept.nianbaotaiDatabase = before;
});

test("guesses at the same moment share one count", async () => {
  const person = await createPerson();
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(person.account)));
  const judged = answers.filter((answer) => answer.startsWith("UNAUTHENTICATED"));
  expect(judged).toHaveLength(ACCOUNT_FAILURES);
});

test("a success wipes the failures before it, and so does time", async () => {
  const person = await createPerson();
  await fail(person.account, ACCOUNT_FAILURES - 1);
  expect(await attempt(person.account, password)).toBe("signed in");
  await fail(person.account, ACCOUNT_FAILURES - 1);
  expect(await attempt(person.account, password)).toBe("signed in");
  await fail(person.account, ACCOUNT_FAILURES - 1);
  await fail(person.account, ACCOUNT_FAILURES - 1, later(THROTTLE_MS));
  expect(await attempt(person.account, password, later(THROTTLE_MS))).toBe("signed in");
});

test("an address that failed too often is refused whatever the account", async () => {
  const address = `2001:db8::${randomUUID().slice(0, 4)}`;
  const person = await createPerson();
  for (let i = 0; i < ADDRESS_FAILURES; i++) {
    expect(await attempt(`nobody.${randomUUID()}`, "x", now, address)).toMatch(/^UNAUTHENTICATED/);
  }
  expect(await attempt(person.account, password, now, address)).toMatch(/^TOO_MANY/);
  expect(await attempt(person.account, password, now, "192.0.2.9")).toBe("signed in");
  expect((await facts(address)).map((fact) => fact.type)).toEqual(["account-locked"]);
});

test("repeated failures are two facts: the first and the lock", async () => {
  const person = await createPerson();
  await fail(person.account, ACCOUNT_FAILURES + 3);
  const data = { address: null };
  expect(await facts(person.account)).toEqual([
    { type: "sign-in-failed", actorId: null, data: { ...data, failures: 1 } },
    { type: "account-locked", actorId: null, data: { ...data, failures: ACCOUNT_FAILURES } },
  ]);
});

test("neither a password nor what was typed as an unknown account enters the log", async () => {
  const person = await createPerson();
  const [typed, secret] = [`slip.${randomUUID()}`, `secret.${randomUUID()}`];
  await attempt(typed, secret);
  await attempt(person.account, secret);
  const rows = JSON.stringify(await db.auditEvent.findMany());
  expect(rows).toContain(person.account);
  expect(rows).not.toContain(typed);
  expect(rows).not.toContain(secret);
});

test("signing out revokes the session and is one fact, however often it is asked", async () => {
  const person = await createPerson();
  const id = await signIn({ account: person.account, password, address: null }, now);
  await signOut(id, later(1));
  await signOut(id, later(2));
  const session = await db.session.findUniqueOrThrow({ where: { id } });
  expect(session.revokedAt).toEqual(later(1));
  const types = (await facts(person.account)).map((fact) => fact.type);
  expect(types).toEqual(["sign-in", "sign-out"]);
});

test("failures are kept while they count, and then forgotten", async () => {
  const typed = `not-an-account-${randomUUID()}`;
  const rows = () => db.signInThrottle.count({ where: { key: { contains: typed } } });
  await fail(typed, 1);
  await dropOldFailures(later(THROTTLE_MS - 1));
  expect(await rows()).toBe(1);
  await fail(typed, ACCOUNT_FAILURES, later(THROTTLE_MS - 1));
  await dropOldFailures(later(THROTTLE_MS + 1));
  expect(await attempt(typed, "wrong", later(THROTTLE_MS + 1))).toContain("TOO_MANY");
  await dropOldFailures(later(3 * THROTTLE_MS));
  expect(await rows()).toBe(0);
});
