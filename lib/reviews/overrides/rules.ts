import type { Actor } from "@/lib/auth/actor";
import type { ReportFacts } from "@/lib/reports/rules";
import { overridableGuards } from "@/lib/reviews/plan-words/rules";
import type { OverrideFact } from "@/lib/reviews/schema";

/** 例外 of the text in hand, which the plan of its round allows; before a round the bureau's. */
function planOf(facts: ReportFacts) {
  return facts.round?.plan ?? facts.bureauPlan;
}

/** The named role of the plan, as a reason against the others. Deputies do not override. */
export function overrider(actor: Actor, facts: ReportFacts): string[] {
  const { role, level } = planOf(facts).overrideBy;
  const holds = facts.holders.some(
    (h) =>
      h.userId === actor.userId &&
      h.forId === null &&
      h.role === role &&
      (level === null || h.level === null || h.level === level),
  );
  return holds ? [] : ["您不是审核流程指定的人，不能作例外处理。"];
}

/** Guards that may still be overridden. */
export function openGuards(facts: ReportFacts): string[] {
  const done = facts.overrides.map((override) => override.guard);
  return planOf(facts).overridable.filter((guard) => !done.includes(guard));
}

export function somethingOverridable(_: Actor, facts: ReportFacts): string[] {
  if (openGuards(facts).length) return [];
  return [`审核流程“${planOf(facts).name}”没有（或者不再有）允许例外的规则。`];
}

/** Reviewers and publishers of the bureau who did not draft may stand by an override. */
export function confirmer(actor: Actor, facts: ReportFacts): string[] {
  const holds = facts.holders.some(
    (h) => h.userId === actor.userId && ["REVIEWER", "PUBLISHER"].includes(h.role),
  );
  if (!holds) return ["只有本单位的审核人或者发布管理员可以确认例外。"];
  if (facts.drafters.includes(actor.userId)) return ["您起草了本稿，不能确认例外。"];
  return [];
}

export function overridesToConfirm(actor: Actor, facts: ReportFacts): string[] {
  const open = facts.overrides.filter((override) => override.confirmedByName === null);
  if (!open.length) return ["没有等待确认的例外。"];
  const others = open.filter((override) => override.byId !== actor.userId);
  return others.length ? [] : ["例外是您自己作的，要由另外的人确认。"];
}

/** Nothing goes before the public while an exception still waits for its second person. */
export function unconfirmedOverrides(facts: ReportFacts): string[] {
  return facts.overrides
    .filter((override) => override.confirmedByName === null)
    .map(
      ({ guard, byName }) =>
        `${byName}作的例外（${guardLabel(guard)}）还没有第二人确认，请先确认，再发布。`,
    );
}

/** 同一人承担两个层级: what an override passes by. */
export function guardLabel(guard: string): string {
  return Object.entries(overridableGuards).find(([key]) => key === guard)?.[1] ?? guard;
}

/** 例外 as it stays marked on every page about the report. */
export interface OverrideMark
  extends Pick<OverrideFact, "id" | "reason" | "byName" | "at" | "confirmedByName"> {
  label: string;
}

/** 例外 of the text in hand, oldest first. */
export function overrideMarks(facts: Pick<ReportFacts, "overrides">): OverrideMark[] {
  return facts.overrides.map(({ id, guard, reason, byName, at, confirmedByName }) => {
    return { id, label: guardLabel(guard), reason, byName, at, confirmedByName };
  });
}
