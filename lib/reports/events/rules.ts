import { cellFormat, parseCell } from "@/lib/format/cells";
import { findSection, getFormat } from "@/lib/format/content";
import { isTableKey } from "@/lib/format/format";
import type { EventInput } from "@/lib/reports/events/schema";
import type { ReportFacts } from "@/lib/reports/rules";
import type { AvailableAction } from "@/lib/reports/verdicts/schema";
import { isOverridden } from "@/lib/reviews/assignment/rules";
import { errorTotal } from "@/lib/reviews/decisions/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";

/**
 * The actions an input asks for: of a step event the named steps, else every
 * one that is allowed, else all of them, so that every reason is told.
 */
export function chosenSteps(actions: AvailableAction[], input: EventInput): AvailableAction[] {
  if (!actions.some((action) => action.step)) return actions.length ? actions : [noRound(input)];
  if (input.steps) {
    return input.steps.map((key) => actions.find((a) => a.step === key) ?? unknownStep(input, key));
  }
  const allowed = actions.filter((action) => action.allowed);
  return allowed.length ? allowed : nearest(actions);
}

/** Of the refused steps those of the actor's own duty, else those whose turn it is; else all. */
function nearest(actions: AvailableAction[]): AvailableAction[] {
  const own = actions.filter((action) => action.refusal !== "FORBIDDEN");
  const due = actions.filter((action) => action.reasons.length === 1);
  return [own, due, actions].find((some) => some.length > 0) ?? [];
}

/** 审核通过 together with changes: 领导改稿 has to be allowed for one of the steps too. */
export function amendingOf(
  all: AvailableAction[],
  input: EventInput,
  passing: AvailableAction[],
): AvailableAction[] {
  if (input.event !== "pass" || !input.changes) return [];
  const keys = passing.map((action) => action.step);
  const amending = all.filter((a) => a.event === "amend" && keys.includes(a.step));
  return amending.some((action) => action.allowed) ? [] : amending;
}

function refused(input: EventInput, reason: string): AvailableAction {
  const { event } = input;
  return { event, allowed: false, reasons: [reason], needs: [], refusal: "INVALID" };
}

function noRound(input: EventInput): AvailableAction {
  return { ...refused(input, "报告还没有送审，没有可以审核的环节。"), refusal: "CONFLICT" };
}

function unknownStep(input: EventInput, key: string): AvailableAction {
  return refused(input, `审核流程里没有环节“${key}”。`);
}

export function stepsOf(facts: ReportFacts, chosen: AvailableAction[]): PlanStep[] {
  const keys = chosen.map((action) => action.step);
  const steps = facts.round?.plan.stages.flatMap((stage) => stage.steps) ?? [];
  return steps.filter((step) => keys.includes(step.key));
}

/** What an allowed event still lacks, in Chinese: ticks, items, words. */
export function checkInput(
  facts: ReportFacts & { identity: { format: string } },
  input: EventInput,
  chosen: AvailableAction[],
  steps: PlanStep[],
): string[] {
  if (input.event === "pass") return passProblems(facts, input, chosen, steps);
  if (input.event === "return") return itemProblems(facts.identity.format, input);
  const needs = chosen.flatMap((action) => action.needs);
  const lacks = [...new Set(needs)].flatMap((need) => lacking(need, input));
  return input.event === "sign-paper" ? [...lacks, ...untickedItems(input, steps)] : lacks;
}

const wanted: Record<string, string> = {
  reason: "请写明理由。",
  changeNote: "请写明这一版改了什么。",
  changes: "请写明改成什么。",
  guard: "请选择对哪一条规则作例外处理。",
  override: "请选择要确认的例外。",
  signer: "请选择在纸上签字的人。",
  code: "请填写审签单上的校验码。",
  scan: "请先上传签过字的审签单。",
  paper: "请选择要确认的线下审签。",
};

function lacking(need: string, input: EventInput): string[] {
  if (need === "to") return input.to === undefined ? ["请选择移交给谁。"] : [];
  const words = wanted[need];
  return words && !input[need as keyof EventInput] ? [words] : [];
}

function passProblems(
  facts: ReportFacts & { identity: { format: string } },
  input: EventInput,
  chosen: AvailableAction[],
  steps: PlanStep[],
): string[] {
  const judged = steps.filter(
    (step) => !chosen.find((action) => action.step === step.key)?.confirms?.length,
  );
  const places = input.items?.length ? itemProblems(facts.identity.format, input) : [];
  const opinions = input.items?.some((item) => !item.errorClass)
    ? ["审核通过时只能记录差错（注明类别）；要修改的意见请用退回修改。"]
    : [];
  const reason = input.changes && !input.reason ? ["请写明改稿的理由。"] : [];
  const tooMany = isOverridden("errorLimit", facts) ? [] : errorProblems(input, steps);
  return [...untickedItems(input, judged), ...opinions, ...places, ...reason, ...tooMany];
}

/** A 校 passes only within its limit of 差错, where the plan sets one. */
function errorProblems(input: EventInput, steps: PlanStep[]): string[] {
  const total = errorTotal(input);
  return steps
    .filter((step) => step.kind === "proof" && step.errorLimit !== null && total > step.errorLimit)
    .map(
      ({ label, errorLimit }) =>
        `“${label}”发现差错 ${total} 处，超过限额 ${errorLimit} 处，应退回修改。`,
    );
}

function untickedItems(input: EventInput, steps: PlanStep[]): string[] {
  const ticked = input.checklist ?? [];
  const items = steps.flatMap((step) => step.checklist);
  const open = items.filter((item) => !ticked.includes(item.key));
  if (!open.length) return [];
  const names = open.map((item) => `${item.label}（${item.key}）`).join("、");
  return [`审核清单还有没勾选的项目：${names}。请逐项核对后勾选。`];
}

function itemProblems(version: string, input: EventInput): string[] {
  const items = input.items ?? [];
  if (!items.length) return ["退回修改要至少写一条意见，并指明是哪一部分。"];
  const format = getFormat(version);
  return items.flatMap(({ section, cell, correction }) => {
    if (!findSection(format, section)) return [`报告没有“${section}”这一部分，请重新选择。`];
    const known = !cell || (isTableKey(section) && cellFormat(format.tables[section], cell));
    if (!known) return [`“${section}”里没有单元格“${cell}”，请重新选择。`];
    const kind = cell && isTableKey(section) && cellFormat(format.tables[section], cell)?.kind;
    const value = kind && correction ? parseCell(kind, correction) : null;
    return value && !value.ok ? [`更正“${correction}”不能填进单元格：${value.reason}。`] : [];
  });
}

/**
 * The time of an event: now, but later than every fact it follows, since requests are stamped
 * before they wait for the lock, and each server has a clock of its own.
 */
export function momentAfter(facts: ReportFacts, now: Date): Date {
  const { decisions, amendments, overrides, widenings, papers } = facts;
  const all = [...decisions, ...amendments, ...overrides, ...widenings, ...papers];
  const times = all.map((fact) => Date.parse(fact.at));
  if (facts.round) times.push(Date.parse(facts.round.closedAt ?? facts.round.openedAt));
  return new Date(Math.max(now.getTime(), ...times.map((time) => time + 1)));
}
