import { actorOfSession } from "@/lib/auth/identify";
import { hashToken } from "@/lib/auth/tokens";
import { db } from "@/lib/db";
import { createReport } from "@/lib/reports/commands";
import { performEvent } from "@/lib/reports/events/commands";
import type { EventInput } from "@/lib/reports/events/schema";
import { explainFindings } from "@/lib/reports/findings/commands";
import { getReport } from "@/lib/reports/queries";
import { returnedItems, reviewState } from "@/lib/reports/rules";
import { saveSection } from "@/lib/reports/sections/commands";
import { answerItem } from "@/lib/reviews/answers/commands";
import { planSteps } from "@/lib/reviews/plans/rules";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import { openSteps } from "@/lib/reviews/rules";
import { seedBureaus } from "@/prisma/seed/bureaus";
import { type DemoReport, justice2024 } from "@/prisma/seed/texts";
import { seedUsers } from "@/prisma/seed/users";

const HOUR = 3_600_000;

/** The demonstration district without its reports. */
export async function seedDistrict(): Promise<Record<string, string>> {
  const bureaus = await seedBureaus();
  await seedUsers(bureaus);
  return bureaus;
}

/** A demonstration person as the actor of a fresh session. */
export async function actorOf(account: string, now = new Date()) {
  const expiresAt = new Date(now.getTime() + HOUR);
  const session = await db.session.create({
    data: { user: { connect: { account } }, createdAt: now, lastSeenAt: now, expiresAt },
  });
  const actor = await actorOfSession(session.id, now);
  if (!actor) throw new Error(`No account ${account}`);
  return actor;
}

/** A bearer token for the API, without the cost of a password. */
export async function tokenOf(account: string): Promise<string> {
  const token = `token-of-${account.replaceAll(".", "-")}-${Math.random().toString(36).slice(2)}`;
  const expiresAt = new Date(Date.now() + HOUR);
  await db.apiToken.create({
    data: { user: { connect: { account } }, tokenHash: hashToken(token), expiresAt },
  });
  return token;
}

/** A new report of a bureau, with the demonstration text typed in by its clerk, ready to submit. */
export async function draftReport(
  bureau: string,
  year: number,
  { prose, cells }: DemoReport = justice2024,
): Promise<string> {
  const actor = await actorOf(`${bureau}.clerk`);
  const now = new Date();
  const { id } = await createReport(actor, { bureau, year, scope: "own" }, now);
  const changes = [
    ...Object.entries(prose).map(([key, paragraphs]) => ({ key, change: { paragraphs } })),
    ...Object.entries(cells).map(([key, values]) => ({ key, change: { cells: values } })),
  ];
  for (const { key, change } of changes) {
    await saveSection(actor, { reportId: id, key, ifMatch: 1, change }, now);
  }
  const title = [
    `灋河回族区${bureau === "sfj" ? "司法局" : "教育局"}${year}年政府信息公开工作年度报告`,
  ];
  await saveSection(
    actor,
    { reportId: id, key: "title", ifMatch: 2, change: { paragraphs: title } },
    now,
  );
  await explainAll(`${bureau}.clerk`, id);
  return id;
}

/** 情况说明 for every warning. */
export async function explainAll(account: string, id: string): Promise<void> {
  const actor = await actorOf(account);
  const { findings } = await getReport(actor, id, new Date());
  const fingerprints = findings.filter((f) => f.tier === "warn").map((f) => f.fingerprint);
  if (!fingerprints.length) return;
  await explainFindings(actor, id, { fingerprints, reason: "已核实无误" }, new Date());
}

/** The keys of all checklists of the plan, each once. */
export const checklist = [
  ...new Set(planSteps(standardPlan).flatMap((step) => step.checklist.map(({ key }) => key))),
];

/** An event under the version that stands now. */
export async function act(account: string, id: string, input: EventInput): Promise<void> {
  const actor = await actorOf(account);
  const { version } = await getReport(actor, id, new Date());
  await performEvent(actor, id, { version, ...input }, new Date());
}

/** The report as it stands. */
export async function reportNow(id: string, account = "sfj.clerk") {
  return getReport(await actorOf(account), id, new Date());
}

/** Keys of the steps that wait for somebody, in one line. */
export async function waitingSteps(id: string): Promise<string> {
  const state = reviewState(await reportNow(id));
  const steps = state ? openSteps(state) : [];
  return steps.map((step) => step.key).join(" ");
}

/** 已修改 for every item of the newest return. */
export async function answerAll(account: string, reportId: string): Promise<void> {
  const actor = await actorOf(account);
  const { decisions, draft } = await getReport(actor, reportId, new Date());
  if (draft !== "RETURNED") return;
  for (const { id: itemId } of returnedItems(decisions)) {
    await answerItem(actor, { reportId, itemId, kind: "DONE", words: "" }, new Date());
  }
}

/** A returned report goes back to its reviewers, every item answered. */
export async function submitAgain(account: string, id: string): Promise<void> {
  await answerAll(account, id);
  await act(account, id, { event: "submit" });
}

/** A level's person passes 审 and 校 in one act. */
export function pass(account: string, id: string): Promise<void> {
  return act(account, id, { event: "pass", checklist });
}

/** A report in review at level one. */
export async function submittedReport(
  bureau: string,
  year: number,
  text?: DemoReport,
): Promise<string> {
  const id = await draftReport(bureau, year, text);
  await act(`${bureau}.clerk`, id, { event: "submit" });
  return id;
}

/** A report that three levels passed. */
export async function approvedReport(
  bureau: string,
  year: number,
  text?: DemoReport,
): Promise<string> {
  const id = await submittedReport(bureau, year, text);
  for (const level of [1, 2, 3]) await pass(`${bureau}.review${level}`, id);
  return id;
}

/** A report before the public. */
export async function publishedReport(
  bureau: string,
  year: number,
  text?: DemoReport,
): Promise<string> {
  const id = await approvedReport(bureau, year, text);
  await act(`${bureau}.admin`, id, { event: "publish" });
  return id;
}
