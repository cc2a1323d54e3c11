import { beforeAll, describe, expect, test } from "vitest";
import { POST as postEvent } from "@/app/api/v1/reports/[id]/events/route";
import { GET as getHistory } from "@/app/api/v1/reports/[id]/history/route";
import { POST as postUrge } from "@/app/api/v1/supervised/[bureau]/[year]/urges/route";
import { db } from "@/lib/db";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { listNotifications } from "@/lib/notifications/queries";
import { performEvent } from "@/lib/reports/events/commands";
import { getReport } from "@/lib/reports/queries";
import { callApi } from "@/tests/support/api";
import { actorOf, draftReport, seedDistrict, submittedReport, tokenOf } from "@/tests/support/demo";

let id = "";
let version = 0;
const tokens: Record<string, string> = {};
const HOUR = 3_600_000;

beforeAll(async () => {
  await seedDistrict();
  id = await submittedReport("sfj", 2025);
  await draftReport("jyj", 2025);
  ({ version } = await db.report.findUniqueOrThrow({ where: { id }, select: { version: true } }));
  for (const account of ["sfj.clerk", "sfj.clerk2", "sfj.review2", "jyj.clerk", "qzf.super"]) {
    tokens[account] = await tokenOf(account);
  }
  await sweepOutbox(new Date());
});

const event = (account: string, body: object) =>
  callApi(postEvent, { token: tokens[account] ?? "", method: "POST", params: { id }, body });
const above = (account: string, bureau: string, year: string, body: object) =>
  callApi(postUrge, {
    token: tokens[account] ?? "",
    method: "POST",
    params: { bureau, year },
    body,
  });

async function noticesOf(account: string): Promise<string[]> {
  await sweepOutbox(new Date());
  return (await listNotifications(await actorOf(account))).map(({ text }) => text);
}

describe("催办 by the bureau", () => {
  test("not without a version, with an old one, by a stranger or by who waits for nobody", async () => {
    expect((await event("sfj.clerk", { event: "urge" })).status).toBe(428);
    expect((await event("sfj.clerk", { event: "urge", version: version - 1 })).status).toBe(409);
    expect((await event("sfj.review2", { event: "urge", version })).status).toBe(403);
    expect((await event("jyj.clerk", { event: "urge", version })).status).toBe(404);
    expect((await event("qzf.super", { event: "urge", version })).status).toBe(404);
    expect(await db.urge.count()).toBe(0);
  });

  test("once an hour, whoever asks and however many at once, and nothing moves", async () => {
    const both = await Promise.all(
      ["sfj.clerk", "sfj.clerk2"].map((account) => event(account, { event: "urge", version })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const refused = both.find(({ status }) => status === 422);
    expect(refused?.body.reasons).toEqual([expect.stringMatching(/已经催办过.*\d\d:\d\d 以后/)]);
    const report = await db.report.findUniqueOrThrow({ where: { id } });
    expect(report).toMatchObject({ version, draft: "IN_REVIEW" });
    expect(await db.urge.count()).toBe(1);
    const facts = await db.auditEvent.findMany({ where: { type: "urged" } });
    expect(facts.map(({ data }) => JSON.parse(data))).toEqual([
      { step: "一审一校（初审）", told: 3 },
    ]);
  });

  test("told to those for whom it waits, and kept in the history", async () => {
    expect(await noticesOf("sfj.review1")).toContainEqual(
      expect.stringMatching(/催办：.*一审一校/),
    );
    expect(await noticesOf("sfj.review2")).toEqual([]);
    const history = await callApi(getHistory, { token: tokens["sfj.clerk"] ?? "", params: { id } });
    const urged = history.body.items.filter(({ kind }: { kind: string }) => kind === "urged");
    expect(urged).toMatchObject([{ steps: ["一审一校（初审）"] }]);
  });

  test("again when the hour is over", async () => {
    const clerk = await actorOf("sfj.clerk");
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    await expect(performEvent(clerk, id, { event: "urge", version }, at(58))).rejects.toThrow(
      /已经催办过/,
    );
    await performEvent(clerk, id, { event: "urge", version }, at(61));
    expect((await getReport(clerk, id, new Date(Date.now() + HOUR))).urged).not.toBeNull();
    expect(await db.urge.count()).toBe(2);
  });
});

describe("催办 by the office above", () => {
  test("of a text that it may not read, to who drafts it", async () => {
    const report = { bureau: { code: "jyj" }, year: 2025 };
    const { version: seen } = await db.report.findFirstOrThrow({ where: report });
    expect((await above("qzf.super", "jyj", "2025", {})).status).toBe(428);
    expect((await above("qzf.super", "jyj", "2025", { version: seen + 1 })).status).toBe(409);
    const answer = await above("qzf.super", "jyj", "2025", { version: seen });
    expect([answer.status, answer.body]).toEqual([204, ""]);
    expect((await above("qzf.super", "jyj", "2025", { version: seen })).status).toBe(422);
    expect(await noticesOf("jyj.clerk")).toEqual([
      "沈立新催办：灋河回族区教育局2025年度报告等待您办理“填报送审”，请尽快处理。",
    ]);
  });

  test("of nothing else: another's bureau and one that is not there answer alike", async () => {
    const nothing = await above("qzf.super", "xyz", "2025", { version: 1 });
    expect(nothing.status).toBe(404);
    for (const [account, bureau, year] of [
      ["sfj.clerk", "jyj", "2025"],
      ["sfj.clerk", "sfj", "2025"],
      ["qzf.super", "jyj", "2024"],
      ["qzf.super", "qzf", "2025"],
    ] as const) {
      const behind = await above(account, bureau, year, { version: 1 });
      expect([behind.status, behind.body]).toEqual([404, nothing.body]);
    }
  });
});
