import "server-only";
import { AppError } from "@/lib/errors";
import { can } from "@/lib/reports/policy";
import { type Outcome, roundOf, type Scene, stateOf } from "@/lib/reviews/commands";
import { openPlaces, receiversOf } from "@/lib/reviews/handovers/rules";
import { claimantOf } from "@/lib/reviews/people/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";

/** Whose place goes to whom. */
interface Move {
  fromId: string | null;
  /** Null: back to everybody. */
  toId: string | null;
  toName: string;
}

/** 认领: the actor takes steps that anybody may take; who had them before is named. */
export async function claim(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  const { actor, record } = scene;
  const state = stateOf(record);
  const move = (step: PlanStep): Move => {
    const fromId = claimantOf(step, state, record.holders)?.id ?? null;
    return { fromId, toId: actor.userId, toName: actor.name };
  };
  return write(scene, steps, move, "claimed");
}

/**
 * 移交 to somebody, or back to everybody (`to` null).
 * @throws INVALID for somebody who cannot take the step, and for a place that is not the actor's
 */
export async function handOver(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  return write(scene, steps, (step) => moveOf(scene, step), "handed-over");
}

function moveOf(scene: Scene, step: PlanStep): Move {
  const { record, input } = scene;
  const state = stateOf(record);
  const fromId =
    step.policy === "all" ? placeOf(scene, step) : claimantOf(step, state, record.holders)?.id;
  if (input.to === null || input.to === undefined) {
    if (step.policy === "any") return { fromId: fromId ?? null, toId: null, toName: "" };
    throw new AppError("INVALID", [`“${step.label}”要指定的每个人都通过，请移交给另外的人。`]);
  }
  const people = receiversOf(step, state, record.holders, fromId ?? null);
  const person = people.find(({ id }) => id === input.to);
  if (!person) {
    const names = people.map(({ name }) => name).join("、");
    const others = names ? `可以移交给：${names}。` : "现在没有别人可以承担，请联系管理员。";
    throw new AppError("INVALID", [`所选的人不能承担“${step.label}”。${others}`]);
  }
  return { fromId: fromId ?? null, toId: person.id, toName: person.name };
}

/** Whose place of a step that all must pass moves: one's own; the administrator says whose. */
function placeOf({ actor, record, input }: Scene, step: PlanStep): string {
  const open = openPlaces(step, stateOf(record));
  const own = open.find(({ id }) => id === actor.userId);
  const asked = input.from ?? own?.id;
  if (asked !== own?.id && !can(actor, "publish", record)) {
    throw new AppError("INVALID", ["只能移交自己的那一份；替别人移交请联系本单位管理员。"]);
  }
  const place = open.find(({ id }) => id === asked);
  if (place) return place.id;
  const names = open.map(({ name }) => name).join("、");
  throw new AppError("INVALID", [`请选择替谁移交“${step.label}”：${names}。`]);
}

async function write(
  { tx, actor, record, input, now }: Scene,
  steps: PlanStep[],
  moveOf: (step: PlanStep) => Move,
  audit: "claimed" | "handed-over",
): Promise<Outcome> {
  const { id: roundId, no } = roundOf(record);
  const by = { byId: actor.userId, byName: actor.name, reason: input.reason ?? "", at: now };
  const rows = steps.map((step) => ({ roundId, step: step.key, ...moveOf(step), ...by }));
  await tx.handover.createMany({ data: rows });
  const moved = rows.map(({ step, fromId, toId }) => ({ step, fromId, toId }));
  const names = [...new Set(rows.map((row) => row.toName).filter(Boolean))];
  const to = audit === "handed-over" ? { to: names } : {};
  return { lane: null, audit, data: { round: no, steps: moved, ...to } };
}
