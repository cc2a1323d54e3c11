import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canonical, canonicalSection, sha256 } from "@/lib/format/hash";
import { createReport } from "@/lib/reports/commands";
import { explainFindings } from "@/lib/reports/findings/commands";
import { getReport } from "@/lib/reports/queries";
import { type NewText, storeSections } from "@/lib/reports/sections/commands";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import { readyPlans, standardPlan } from "@/lib/reviews/ready-plans/rules";
import { actorOf, draftReport, seedDistrict } from "@/tests/support/demo";

/** People who walk: everybody of the bureau, and the superior. */
const accounts = ["clerk", "clerk2", "review1", "review2", "review3", "proof1", "admin", "both"];

type Change = (step: PlanStep) => Partial<PlanStep>;

function changed(plan: PlanDefinition, change: Change): PlanDefinition {
  const stages = plan.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({ ...step, ...change(step) })),
  }));
  return { ...plan, stages };
}

const overridable: PlanDefinition["overridable"] = [
  "distinctLevels",
  "separateProof",
  "lastEditor",
];
const constraints = standardPlan.constraints;

/** The ready-made plans, and what bureaus make of them. */
export const walkedPlans: PlanDefinition[] = [
  ...Object.values(readyPlans),
  changed(standardPlan, () => ({ mayEdit: true })),
  changed({ ...standardPlan, overridable }, (step) => ({
    scope: step.key.endsWith("1") ? ["problems"] : "all",
    mayEdit: step.key.endsWith("2"),
  })),
  {
    ...changed(standardPlan, (step) => ({ policy: step.key === "review1" ? "all" : "any" })),
    constraints: { ...constraints, restart: true, separateProof: true },
    overridable,
  },
];

/** The district with one text to start from; each bureau of the walks is a twin of 司法局. */
export async function walkWorld() {
  const { sfj, qzf } = await seedDistrict();
  const template = await draftReport("sfj", 2008);
  const { sections } = await getReport(await actorOf("sfj.clerk"), template, new Date());
  let reports = 0;

  /** A bureau under a plan, with the people of 司法局 in the same roles. */
  async function bureauUnder(plan: PlanDefinition): Promise<string> {
    const code = `twin${reports}`;
    const own = await db.bureau.findUniqueOrThrow({ where: { code: "sfj" } });
    const version = { no: 1, definition: canonical(plan), publishedAt: new Date() };
    const made = await db.reviewPlan.create({
      data: { code, name: plan.name, versions: { create: version } },
    });
    const { id: _, ...rest } = own;
    const data = { ...rest, code, position: 100 + reports, supervisorId: qzf, planId: made.id };
    const bureau = await db.bureau.create({ data });
    const roles = await db.membership.findMany({ where: { bureauId: sfj } });
    await db.membership.createMany({
      data: roles.map(({ userId, role, level, from }) => {
        return { userId, role, level, from, bureauId: bureau.id };
      }),
    });
    return code;
  }

  const years = new Map<PlanDefinition, { code: string; year: number }>();

  /** A report that is ready to be submitted under a plan; no year has another before it. */
  async function draftUnder(plan: PlanDefinition): Promise<{ id: string; actors: Actor[] }> {
    reports += 1;
    const last = years.get(plan);
    const place =
      last && last.year < 2098
        ? { code: last.code, year: last.year + 2 }
        : { code: await bureauUnder(plan), year: 2010 };
    years.set(plan, place);
    const actors = await Promise.all(
      [...accounts.map((name) => `sfj.${name}`), "qzf.super"].map((account) => actorOf(account)),
    );
    const [clerk] = actors as [Actor];
    const now = new Date();
    const { id } = await createReport(
      clerk,
      { bureau: place.code, year: place.year, scope: "own" },
      now,
    );
    const title = [`灋河回族区司法局${place.year}年政府信息公开工作年度报告`];
    const texts = Object.entries({
      ...sections,
      title: { kind: "prose" as const, paragraphs: title },
    }).map(([key, content]): NewText => {
      const text = canonicalSection(content);
      return { key, content: text, hash: sha256(text), origins: {}, apart: false };
    });
    await db.$transaction((tx) => storeSections(tx, clerk, id, texts, now));
    const { findings } = await getReport(clerk, id, now);
    const fingerprints = findings.filter((f) => f.tier === "warn").map((f) => f.fingerprint);
    const reason = "已核实无误";
    if (fingerprints.length) await explainFindings(clerk, id, { fingerprints, reason }, now);
    return { id, actors };
  }

  return { draftUnder };
}
