import { actorOfSession } from "@/lib/auth/identify";
import { db } from "@/lib/db";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { createReport } from "@/lib/reports/commands";
import { performEvent } from "@/lib/reports/events/commands";
import type { EventInput } from "@/lib/reports/events/schema";
import { explainFindings } from "@/lib/reports/findings/commands";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { planSteps } from "@/lib/reviews/plans/rules";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import { type DemoReport, education2025, justice2024 } from "@/prisma/seed/texts";

/** The keys of all checklists of the plan, each once. */
const checklist = [
  ...new Set(planSteps(standardPlan).flatMap((step) => step.checklist.map(({ key }) => key))),
];

/** 司法局 2024 published, 2025 an empty draft; 教育局 2025 in review: made by the real commands. */
export async function seedReports(): Promise<void> {
  const justice = await draft("sfj.clerk", "sfj", 2024, justice2024, at("2025-01-13T01:05:00Z"));
  await act("sfj.clerk", justice, { event: "submit" }, at("2025-01-13T03:20:00Z"));
  await pass("sfj.review1", justice, "数据已与台账核对。", at("2025-01-14T02:10:00Z"));
  await pass("sfj.review2", justice, "", at("2025-01-15T01:40:00Z"));
  await pass("sfj.review3", justice, "同意发布。", at("2025-01-16T08:30:00Z"));
  await act("sfj.admin", justice, { event: "publish" }, at("2025-01-17T01:00:00Z"));
  const clerk = await actorOf("sfj.clerk", at("2026-01-05T01:00:00Z"));
  await createReport(
    clerk,
    { bureau: "sfj", year: 2025, scope: "own" },
    at("2026-01-05T01:00:00Z"),
  );
  const education = await draft(
    "jyj.clerk",
    "jyj",
    2025,
    education2025,
    at("2026-01-08T02:00:00Z"),
  );
  await act("jyj.clerk", education, { event: "submit" }, at("2026-01-09T07:45:00Z"));
}

const at = (iso: string) => new Date(iso);

/** The person at that time, through a session that ends with the act. */
async function actorOf(account: string, now: Date) {
  const expiresAt = new Date(now.getTime() + 60_000);
  const session = await db.session.create({
    data: { user: { connect: { account } }, createdAt: now, lastSeenAt: now, expiresAt },
    select: { id: true },
  });
  const actor = await actorOfSession(session.id, now);
  if (!actor) throw new Error(`No demonstration account ${account}`);
  return actor;
}

async function draft(
  account: string,
  bureau: string,
  year: number,
  { prose, cells }: DemoReport,
  now: Date,
): Promise<string> {
  const actor = await actorOf(account, now);
  const { id } = await createReport(actor, { bureau, year, scope: "own" }, now);
  for (const [key, paragraphs] of Object.entries(prose)) {
    await saveSection(actor, { reportId: id, key, ifMatch: 1, change: { paragraphs } }, now);
  }
  for (const [key, values] of Object.entries(cells)) {
    await saveSection(actor, { reportId: id, key, ifMatch: 1, change: { cells: values } }, now);
  }
  const { findings } = await getReport(actor, id, now);
  const warnings = findings.filter((finding) => finding.tier === "warn");
  if (warnings.length) {
    const fingerprints = warnings.map((finding) => finding.fingerprint);
    await explainFindings(actor, id, { fingerprints, reason: "已核实无误" }, now);
  }
  return id;
}

async function act(account: string, id: string, input: EventInput, now: Date): Promise<void> {
  const actor = await actorOf(account, now);
  const { version } = await getReport(actor, id, now);
  await performEvent(actor, id, { ...input, version }, now);
  // Its notices go out when it happened, and not when the demonstration is installed.
  await sweepOutbox(now);
}

function pass(account: string, id: string, opinion: string, now: Date): Promise<void> {
  return act(account, id, { event: "pass", opinion, checklist }, now);
}
