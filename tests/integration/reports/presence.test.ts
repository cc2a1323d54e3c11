import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DELETE, PUT } from "@/app/api/v1/reports/[id]/presence/route";
import { db } from "@/lib/db";
import { answers } from "@/lib/openapi/schemas";
import { endPresence, notePresence, sweepPresence } from "@/lib/reports/presence/commands";
import { GONE_MS } from "@/lib/reports/presence/rules";
import { getReport } from "@/lib/reports/queries";
import { callApi, expectRefusal } from "@/tests/support/api";
import { actorOf, draftReport, seedDistrict, submittedReport, tokenOf } from "@/tests/support/demo";

const now = new Date("2026-01-05T03:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

let id = "";
let other = "";
let names: Record<string, string> = {};

beforeAll(async () => {
  await seedDistrict();
  id = await draftReport("sfj", 2025);
  other = await submittedReport("sfj", 2024);
  const users = await db.user.findMany({ select: { account: true, name: true } });
  names = Object.fromEntries(users.map(({ account, name }) => [account, name]));
});

beforeEach(async () => {
  await db.presence.deleteMany();
});

interface Note {
  section?: string | null;
  window?: string;
  report?: string;
  at?: Date;
}

/** Who else is here, as a person is told who notes a window. */
async function note(
  account: string,
  { section = null, window = `of-${account.replace(".", "-")}`, report = id, at = now }: Note = {},
) {
  const actor = await actorOf(account);
  return (await notePresence(actor, report, { window, section }, at)).people;
}

const person = (account: string, section: string | null) => ({ name: names[account], section });

describe("who is here", () => {
  test("each sees the others, drafters and reviewers alike, and never the own windows", async () => {
    expect(await note("sfj.clerk", { section: "applications" })).toEqual([]);
    expect(await note("sfj.clerk", { window: "second" })).toEqual([]);
    expect(await note("sfj.review1")).toEqual([person("sfj.clerk", "applications")]);
    const seen = await note("sfj.clerk2", { section: "problems" });
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(person("sfj.clerk", "applications"));
    expect(seen).toContainEqual(person("sfj.review1", null));
  });

  test("the mark goes along to the next section", async () => {
    await note("sfj.clerk", { section: "applications" });
    await note("sfj.clerk", { section: "disputes", at: later(1) });
    expect(await note("sfj.clerk2", { at: later(2) })).toEqual([person("sfj.clerk", "disputes")]);
    expect(await db.presence.count()).toBe(2);
  });

  test("one report says nothing about another", async () => {
    await note("sfj.clerk", { section: "applications" });
    expect(await note("sfj.clerk2", { report: other })).toEqual([]);
  });

  test("two people may name their windows alike", async () => {
    await note("sfj.clerk", { window: "same", section: "applications" });
    const seen = await note("sfj.clerk2", { window: "same", section: "other" });
    expect(seen).toEqual([person("sfj.clerk", "applications")]);
    expect(await note("sfj.clerk", { window: "same" })).toEqual([person("sfj.clerk2", "other")]);
  });
});

describe("the end of it", () => {
  test("a window that is silent is gone after a while, and not before", async () => {
    await note("sfj.clerk", { section: "applications" });
    const seen = (ms: number) => note("sfj.clerk2", { at: later(ms) });
    expect(await seen(GONE_MS - 1)).toHaveLength(1);
    expect(await seen(GONE_MS)).toEqual([]);
    await note("sfj.clerk", { at: later(GONE_MS + 1) });
    expect(await seen(GONE_MS + 2)).toEqual([person("sfj.clerk", null)]);
  });

  test("a window that is closed is gone at once; the person's other window stays", async () => {
    const clerk = await actorOf("sfj.clerk");
    await note("sfj.clerk", { window: "first", section: "applications" });
    await note("sfj.clerk", { window: "second" });
    await endPresence(clerk, id, "first");
    expect(await note("sfj.clerk2")).toEqual([person("sfj.clerk", null)]);
    await endPresence(clerk, id, "second");
    await endPresence(clerk, id, "second");
    expect(await note("sfj.clerk2")).toEqual([]);
  });

  test("nobody ends the presence of somebody else", async () => {
    await note("sfj.clerk", { window: "first" });
    await endPresence(await actorOf("sfj.clerk2"), id, "first");
    expect(await note("sfj.clerk2")).toHaveLength(1);
  });

  test("the sweep leaves those who are here", async () => {
    const past = later(-GONE_MS);
    await note("sfj.clerk", { window: "old", at: past });
    await note("sfj.clerk", { window: "new", section: "other" });
    await note("sfj.review1", { report: other, at: past });
    expect(await sweepPresence(now)).toBe(2);
    expect(await note("sfj.clerk2")).toEqual([person("sfj.clerk", "other")]);
    expect(await sweepPresence(later(GONE_MS))).toBe(2);
    expect(await db.presence.count()).toBe(0);
  });
});

test("it is no fact: nothing of the report changes, and nothing is in the log", async () => {
  const clerk = await actorOf("sfj.clerk");
  const facts = async () => [await getReport(clerk, id, now), await db.auditEvent.count()];
  const before = await facts();
  await note("sfj.clerk", { section: "applications" });
  await endPresence(clerk, id, "of-sfj-clerk");
  expect(await facts()).toEqual(before);
});

describe("over the API", () => {
  const send = async (method: "PUT" | "DELETE", sent: { body?: unknown; query?: string }) => {
    const token = await tokenOf("sfj.clerk");
    return callApi(method === "PUT" ? PUT : DELETE, { token, method, params: { id }, ...sent });
  };

  test("a window is noted and ended", async () => {
    const noted = await send("PUT", { body: { window: "w-1_a", section: "applications" } });
    expect(answers.Presence.parse(noted.body)).toEqual({ people: [] });
    expect((await send("DELETE", { query: "?window=w-1_a" })).status).toBe(204);
    expect(await db.presence.count()).toBe(0);
  });

  test("what names no window or no section is refused in words, and nothing is noted", async () => {
    const refused: unknown[] = [
      { window: "w", section: "elsewhere" },
      { window: "w", section: "applications'--" },
      { window: "w", section: "空\0" },
      { window: "w", section: "长".repeat(101) },
      { window: "w" },
      { window: "", section: null },
      { window: "w".repeat(41), section: null },
      { window: "a b", section: null },
      { window: "w", section: null, name: "别人" },
    ];
    for (const body of refused) expectRefusal(await send("PUT", { body }), 422);
    expectRefusal(await send("DELETE", {}), 422);
    expectRefusal(await send("DELETE", { query: "?window=%00" }), 422);
    expect(await db.presence.count()).toBe(0);
  });
});
