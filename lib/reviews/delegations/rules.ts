import type { DelegationState } from "@/lib/reviews/delegations/schema";
import type { Role } from "@/prisma/generated/enums";

/** Roles that a deputy can use; `held_roles` in the database names the same. */
export const lendableRoles: Role[] = ["REVIEWER", "PROOFREADER", "SUPERVISOR"];

/** Half open: from `from` up to, and without, `until`. */
interface Window {
  from: Date;
  until: Date;
}

export interface Lent extends Window {
  fromId: string;
  fromName: string;
  toId: string;
  toName: string;
}

/** A role that somebody holds in the bureau in his own right now. */
interface Member {
  userId: string;
  role: Role;
}

/**
 * All that stands against a new 代理, in Chinese.
 *
 * @param known what has not been revoked in the same bureau
 */
export function lendingProblems(
  lent: Lent,
  { known, members, byId }: { known: Lent[]; members: Member[]; byId: string },
  now: Date,
): string[] {
  const problems: string[] = [];
  const holds = (userId: string, roles?: Role[]) =>
    members.some((m) => m.userId === userId && (!roles || roles.includes(m.role)));
  if (lent.until <= lent.from) problems.push("结束时间要晚于开始时间，请重新选择。");
  if (lent.until <= now) problems.push("这段时间已经过去，请重新选择。");
  if (lent.fromId === lent.toId) problems.push("代理人不能是本人，请选择另外的人。");
  if (lent.toId === byId && lent.fromId !== byId) {
    problems.push("替别人设置代理时，不能把自己设为代理人，请选择另外的人。");
  }
  if (!holds(lent.fromId, lendableRoles)) {
    problems.push(`${lent.fromName}现在没有审核、校对或者报送审核的职责，不用设置代理。`);
  }
  if (!holds(lent.toId)) problems.push("代理人要是同一单位现在在职的人，请重新选择。");
  const other = known.find((one) => one.fromId === lent.fromId && overlap(one, lent));
  if (other) {
    problems.push(`${lent.fromName}在这段时间已经由${other.toName}代理，请先撤销或者改选时间。`);
  }
  const circle = circleOf(lent, known);
  if (circle.length) {
    const names = [lent.fromName, lent.toName, ...circle].join(" → ");
    problems.push(`不能循环代理：${names}，请选择另外的人。`);
  }
  return problems;
}

function overlap(a: Window, b: Window): boolean {
  return a.from < b.until && b.from < a.until;
}

/** Who comes after the deputy on the way back to the principal, at one same moment; empty if none. */
function circleOf(lent: Lent, known: Lent[]): string[] {
  const walk = (at: string, window: Window, passed: string[]): string[] => {
    for (const next of known) {
      if (next.fromId !== at || passed.includes(next.toId) || !overlap(next, window)) continue;
      if (next.toId === lent.fromId) return [next.toName];
      const common = {
        from: new Date(Math.max(+next.from, +window.from)),
        until: new Date(Math.min(+next.until, +window.until)),
      };
      const rest = walk(next.toId, common, [...passed, next.toId]);
      if (rest.length) return [next.toName, ...rest];
    }
    return [];
  };
  return walk(lent.toId, lent, [lent.toId]);
}

export function delegationState(
  { from, until, revokedAt }: Window & { revokedAt: Date | null },
  now: Date,
): DelegationState {
  if (revokedAt) return "revoked";
  if (until <= now) return "over";
  return from <= now ? "running" : "coming";
}
