import { getFormat } from "@/lib/format/content";
import { sectionsOf } from "@/lib/format/format";
import { type StepKind, type StepRole, stepKinds, stepRoles } from "@/lib/reviews/plan-words/rules";
import type {
  ChecklistItem,
  PlanDefinition,
  PlanStage,
  PlanStep,
} from "@/lib/reviews/plans/schema";

/** All steps of a plan in their order. */
export function planSteps(plan: PlanDefinition): PlanStep[] {
  return plan.stages.flatMap((stage) => stage.steps);
}

/** The stage that a step stands in. @throws for a step of another plan */
export function stageOf(plan: PlanDefinition, step: PlanStep): PlanStage {
  const stage = plan.stages.find(({ steps }) => steps.some(({ key }) => key === step.key));
  if (!stage) throw new Error(`Plan ${plan.name} has no step ${step.key}`);
  return stage;
}

/** 审核清单 of some steps as people read it: 五关, 三性, and what a bureau added. */
export interface ChecklistGroup {
  label: string;
  items: ChecklistItem[];
}

/** The checklists of steps taken in one act, each item once; a sole proofreader has 文字关 alone. */
export function checklistGroups(steps: PlanStep[]): ChecklistGroup[] {
  const items = [...new Map(steps.flatMap((s) => s.checklist).map((i) => [i.key, i])).values()];
  return ["五关", "三性", "其他"]
    .map((label) => ({ label, items: items.filter((item) => groupOf(item) === label) }))
    .filter((group) => group.items.length > 0);
}

function groupOf({ label }: ChecklistItem): string {
  if (label.endsWith("关")) return "五关";
  return label.endsWith("性") ? "三性" : "其他";
}

/** Parts of a report in the format that new reports take: what a step may be limited to. */
export const planSections = sectionsOf(getFormat("2021"));

/** Roles that fit each kind of step; 自校 is the drafter's. */
export const rolesOfKind: Record<StepKind, StepRole[]> = {
  review: ["REVIEWER"],
  proof: ["PROOFREADER"],
  cosign: ["REVIEWER", "PROOFREADER", "PUBLISHER", "DRAFTER"],
  sign: ["REVIEWER"],
  file: ["SUPERVISOR"],
};

/** What keeps a plan from being used, in Chinese; empty when nothing does. Pure; both sides ask it. */
export function planProblems(plan: PlanDefinition): string[] {
  const steps = planSteps(plan);
  const problems = [
    ...(plan.name.trim() ? [] : ["请给流程起一个名称。"]),
    ...plan.stages.flatMap(stageProblems),
    ...keyProblems(plan),
    ...(isRising(plan.stages) ? [] : ["各级的级次要逐级升高。"]),
    ...steps.flatMap(stepProblems),
    ...wholeProblems(steps),
  ];
  return [...new Set(problems)];
}

function stageProblems({ label, steps }: PlanStage, index: number): string[] {
  const problems = label.trim() ? [] : [`请给第 ${index + 1} 级起一个名称。`];
  if (!steps.length) {
    problems.push(`“${nameOf(label)}”没有环节，请加上一个环节，或者删去这一级。`);
  }
  return problems;
}

function keyProblems({ stages }: PlanDefinition): string[] {
  const steps = stages.flatMap((stage) => stage.steps);
  const twice = [...repeated(stages.map(keyOf)), ...repeated(steps.map(keyOf))];
  return twice.map((key) => `标识“${key}”用了不止一次，每一级、每个环节的标识都要不同。`);
}

function keyOf({ key }: { key: string }): string {
  return key;
}

function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function isRising(stages: PlanStage[]): boolean {
  return stages.every(
    (stage, index) => index === 0 || stage.level > (stages[index - 1]?.level ?? 0),
  );
}

function stepProblems(step: PlanStep): string[] {
  const name = `“${nameOf(step.label)}”`;
  const problems = step.label.trim() ? [] : [`请给每个${stepKinds[step.kind]}环节起一个名称。`];
  const say = (wrong: boolean, words: string) => wrong && problems.push(`${name}${words}`);
  const fitting = step.ownCheck ? (["DRAFTER"] as StepRole[]) : rolesOfKind[step.kind];
  say(!fitting.includes(step.role), `由${stepRoles[step.role]}承担不合适，${fits(step, fitting)}`);
  say(step.ownCheck && step.kind !== "proof", "不是校，不能设为自校。");
  say(step.ownCheck && step.persons.length > 0, "是自校，由起草本稿的人承担，不能指定人员。");
  say(
    step.mayEdit && (step.ownCheck || step.kind === "file"),
    `是${step.ownCheck ? "自校" : "报送审核"}，不能直接改稿。`,
  );
  say(step.errorLimit !== null && step.kind !== "proof", "不是校，不能限制差错数。");
  say(!isWithin(step.errorLimit, 0, 999), "的差错数限额要在 0 到 999 之间，不限制的请留空。");
  say(!isWithin(step.days, 1, 90), "的限办天数要在 1 到 90 之间，不限的请留空。");
  say(
    step.checklist.some((item) => !item.label.trim()),
    "的审核清单里有空白的一项，请填写或者删去。",
  );
  say(repeated(step.checklist.map(keyOf)).length > 0, "的审核清单里有标识相同的项。");
  const isKnown = (key: string) => planSections.some((section) => section.key === key);
  const unknown = step.scope === "all" ? [] : step.scope.filter((key) => !isKnown(key));
  say(unknown.length > 0, `的范围里有报告没有的部分：${unknown.join("、")}。`);
  say(step.scope !== "all" && step.scope.length === 0, "没有选范围，请至少选一个部分。");
  return problems;
}

function isWithin(value: number | null, least: number, most: number): boolean {
  return value === null || (Number.isInteger(value) && value >= least && value <= most);
}

function fits(step: PlanStep, roles: StepRole[]): string {
  const kind = step.ownCheck ? "自校" : stepKinds[step.kind];
  return `${kind}由${roles.map((role) => stepRoles[role]).join("、")}承担。`;
}

function wholeProblems(steps: PlanStep[]): string[] {
  const problems: string[] = [];
  if (!steps.some((step) => step.kind === "review" || step.kind === "sign")) {
    problems.push("流程里至少要有一个审或者签发。");
  }
  const isProof = (step: PlanStep) => step.kind === "proof" && !step.ownCheck;
  if (steps.some((step) => step.mayEdit) && !steps.some(isProof)) {
    problems.push("允许直接改稿的流程至少要有一个校，改动由另外的人校对。");
  }
  return problems;
}

function nameOf(label: string): string {
  return label.trim() || "（没有名称）";
}

/** Why a plan cannot be deleted, in Chinese; empty when nobody uses it. */
export function planUses(bureaus: string[], rounds: number): string[] {
  const reasons = bureaus.map((name) => `${name}正在使用这个流程，请先选用别的流程，再删除。`);
  if (rounds) reasons.push(`已有 ${rounds} 次送审按这个流程进行，要留作记录，不能删除。`);
  return reasons;
}
