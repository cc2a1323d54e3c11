import "server-only";
import { AppError } from "@/lib/errors";
import type { Outcome, Scene } from "@/lib/reviews/commands";
import { openGuards } from "@/lib/reviews/overrides/rules";

/**
 * 作例外处理: a guard that the plan marks as overridable no longer stands for the text in hand.
 * @throws INVALID for any other guard
 */
export async function override({ tx, actor, record, input, now }: Scene): Promise<Outcome> {
  const { guard = "", reason = "" } = input;
  if (!openGuards(record).includes(guard)) {
    throw new AppError("INVALID", [`“${guard}”不是本流程允许例外的规则，请重新选择。`]);
  }
  const by = { byId: actor.userId, byName: actor.name, at: now };
  const { id } = await tx.override.create({
    data: { reportId: record.id, guard, reason, ...by },
    select: { id: true },
  });
  return { lane: null, audit: "overridden", data: { override: id, guard, reason } };
}

/** 确认例外 by a second person. @throws INVALID for one that is not there, or one's own */
export async function confirmOverride(scene: Scene): Promise<Outcome> {
  const { tx, actor, record, input, now } = scene;
  const found = record.overrides.find((one) => one.id === input.override);
  if (!found || found.confirmedByName !== null || found.byId === actor.userId) {
    throw new AppError("INVALID", ["没有这一条等待您确认的例外，请刷新页面。"]);
  }
  await tx.overrideConfirmation.create({
    data: { overrideId: found.id, byId: actor.userId, byName: actor.name, at: now },
  });
  const { id, guard } = found;
  return { lane: null, audit: "override-confirmed", data: { override: id, guard } };
}
