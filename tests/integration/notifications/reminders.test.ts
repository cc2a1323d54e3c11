import { afterEach, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { remind } from "@/lib/jobs/reminders";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import { draftReport, pass, seedDistrict, submittedReport } from "@/tests/support/demo";
import { setPlan } from "@/tests/support/set-plan";

beforeAll(async () => {
  await seedDistrict();
  await draftReport("sfj", 2024);
});

afterEach(async () => {
  await db.notification.deleteMany();
  await db.outboxItem.deleteMany();
});

const HOUR = 3_600_000;
const at = (instant: string) => new Date(instant);

async function told(): Promise<string[]> {
  while ((await sweepOutbox(new Date())) > 0);
  const rows = await db.notification.findMany({
    orderBy: [{ createdAt: "asc" }, { user: { account: "asc" } }],
    select: { text: true, user: { select: { account: true } } },
  });
  return rows.map(({ text, user }) => `${user.account} ${text}`);
}

test("drafters are reminded of the year's deadline, each once per mark, by however many at once", async () => {
  const morning = at("2025-01-30T02:00:00Z");
  const counts = await Promise.all(Array.from({ length: 4 }, () => remind(morning)));
  expect(counts.reduce((a, b) => a + b, 0)).toBe(4);
  expect(await remind(at("2025-01-30T08:00:00Z"))).toBe(0);
  const sfj = "灋河回族区司法局2024年度报告还没有送审（2025年1月31日截止，距截止 1 天）。";
  const jyj = "灋河回族区教育局2024年度报告还没有开始编制（2025年1月31日截止，距截止 1 天）。";
  expect(await told()).toEqual([
    `jyj.clerk ${jyj}`,
    `jyj.clerk2 ${jyj}`,
    `sfj.clerk ${sfj}`,
    `sfj.clerk2 ${sfj}`,
  ]);
  expect(await remind(at("2025-01-31T02:00:00Z"))).toBe(4);
});

test("nobody is reminded at night, of what is long over, or of what is on its way", async () => {
  expect(await remind(at("2025-01-29T16:10:00Z"))).toBe(0);
  expect(await remind(at("2025-04-01T02:00:00Z"))).toBe(0);
  await submittedReport("jyj", 2024);
  await db.membership.updateMany({
    where: { user: { account: "sfj.clerk2" } },
    data: { until: at("2025-01-01T00:00:00Z") },
  });
  await remind(at("2025-01-30T02:00:00Z"));
  const reminded = (await told()).filter((line) => line.includes("截止"));
  expect(reminded.map((line) => line.split(" ")[0])).toEqual(["sfj.clerk"]);
});

test("whose turn it is in a step with 限办 is reminded once a day, and nothing passes by it", async () => {
  const stages = standardPlan.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({ ...step, days: 3 })),
  }));
  await setPlan("sfj", { ...standardPlan, stages });
  const id = await submittedReport("sfj", 2030);
  const start = Date.now();
  // Ten in the morning in China, so many days from today.
  const inDays = (days: number) => {
    const midnight = Math.floor((start + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR;
    return new Date(midnight + days * 24 * HOUR + 2 * HOUR);
  };
  const reminded = async (days: number) => {
    await Promise.all([remind(inDays(days)), remind(inDays(days))]);
    return db.outboxItem.count({ where: { key: { startsWith: `step/${id}` } } });
  };
  expect(await reminded(1)).toBe(0);
  expect(await reminded(2)).toBe(3);
  expect(await reminded(3)).toBe(6);
  await pass("sfj.review1", id);
  // The second level has three days of its own from now on.
  expect(await reminded(4)).toBe(9);
  const lines = (await told()).filter((line) => line.includes("2030"));
  expect(lines.filter((line) => line.includes("“一审、一校”")).map((l) => l.split(" ")[0])).toEqual(
    ["sfj.both", "sfj.both", "sfj.review1", "sfj.review1"],
  );
  expect(lines.filter((line) => line.includes("已逾期"))).toHaveLength(3);
  const { draft, decisions } = await db.report.findUniqueOrThrow({
    where: { id },
    select: { draft: true, decisions: true },
  });
  expect([draft, decisions.length]).toEqual(["IN_REVIEW", 2]);
});
