import "server-only";
import { AppError } from "@/lib/errors";
import { type Outcome, roundOf, type Scene, stateOf } from "@/lib/reviews/commands";
import { constraintReasons, mayHold } from "@/lib/reviews/people/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { askedOf, claimantOf } from "@/lib/reviews/rules";

/** 认领: the actor takes steps that anybody may take; who had them before is named. */
export async function claim(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  const { actor } = scene;
  return write(scene, steps, () => ({ toId: actor.userId, toName: actor.name }), "claimed");
}

/**
 * 移交 to somebody, or back to everybody (`to` null).
 * @throws INVALID for somebody who cannot take the step
 */
export async function handOver(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  const to = scene.input.to ?? null;
  return write(scene, steps, (step) => receiver(scene, step, to), "handed-over");
}

function receiver({ record }: Scene, step: PlanStep, to: string | null) {
  if (to === null) {
    if (step.policy === "all") {
      throw new AppError("INVALID", [`“${step.label}”要指定的每个人都通过，请移交给另外的人。`]);
    }
    return { toId: null, toName: "" };
  }
  const person = record.holders.find((holder) => holder.userId === to && mayTake(holder, step));
  if (!person) {
    throw new AppError("INVALID", [`所选的人没有承担“${step.label}”的职责，请选择另外的人。`]);
  }
  if (askedOf(step, stateOf(record)).includes(to)) {
    throw new AppError("INVALID", [`${person.name}已经要办理“${step.label}”，请选择另外的人。`]);
  }
  const reasons = constraintReasons({ userId: to }, step, stateOf(record));
  if (reasons.length) {
    throw new AppError("INVALID", [`${person.name}不能承担“${step.label}”，请选择另外的人。`]);
  }
  return { toId: person.userId, toName: person.name };
}

/** Where people are named, anybody of the same role may stand in. */
function mayTake(holder: Parameters<typeof mayHold>[0], step: PlanStep): boolean {
  return mayHold(holder, step) || (step.persons.length > 0 && holder.role === step.role);
}

async function write(
  { tx, actor, record, input, now }: Scene,
  steps: PlanStep[],
  receive: (step: PlanStep) => { toId: string | null; toName: string },
  audit: "claimed" | "handed-over",
): Promise<Outcome> {
  const { id: roundId, no } = roundOf(record);
  const state = stateOf(record);
  const by = { byId: actor.userId, byName: actor.name, reason: input.reason ?? "", at: now };
  const rows = steps.map((step) => {
    const own = askedOf(step, state).includes(actor.userId) ? actor.userId : null;
    const from = input.from ?? own ?? claimantOf(step, state, record.holders)?.id ?? null;
    return { roundId, step: step.key, fromId: from, ...receive(step), ...by };
  });
  await tx.handover.createMany({ data: rows });
  const moved = rows.map(({ step, fromId, toId }) => ({ step, fromId, toId }));
  const names = [...new Set(rows.map((row) => row.toName).filter(Boolean))];
  const to = audit === "handed-over" ? { to: names } : {};
  return { lane: null, audit, data: { round: no, steps: moved, ...to } };
}
