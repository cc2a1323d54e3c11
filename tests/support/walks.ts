import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { performEvent } from "@/lib/reports/events/commands";
import type { EventInput } from "@/lib/reports/events/schema";
import { lockFacts } from "@/lib/reports/facts/queries";
import { getReport } from "@/lib/reports/queries";
import { availableActions } from "@/lib/reports/workflow";
import type { Role } from "@/prisma/generated/enums";
import { actorOf, answerAll, checklist } from "@/tests/support/demo";

/** Steps of random walks: what people do to reports, and what happens to people. */

interface Attempt {
  account: string;
  id: string;
  event: EventInput["event"];
  /** 移交: to whom; null gives back. */
  toId: string | null;
  /** The first step that is allowed, else all of them. */
  one: boolean;
}

/** Tries an event as the person himself, with all that it needs; a refusal is an answer too. */
export async function tryEvent({ account, id, event, toId, one }: Attempt, now: Date) {
  try {
    const actor = await actorOf(account, now);
    const record = await getReport(actor, id, now);
    if (event === "submit") await answerAll(account, id);
    const open = availableActions(record, actor).filter((a) => a.event === event && a.allowed);
    const [first] = open.flatMap((action) => action.step ?? []);
    const words = { checklist, reason: "请再核对。", opinion: "", guard: "distinctLevels" };
    const items = [{ section: "problems", words: "请补充。" }];
    const changes = [{ section: "problems", paragraphs: [`改于${now.getTime()}。`] }];
    const input: EventInput = {
      event,
      version: record.version,
      ...words,
      ...(one && first && { steps: [first] }),
      ...(event === "return" && { items }),
      ...(event === "amend" && { changes }),
      ...(event === "handover" && { to: toId }),
    };
    await performEvent(actor, id, input, now);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

interface AnyAllowed extends Pick<Attempt, "id" | "toId"> {
  accounts: string[];
  /** Which of all that is allowed to anybody. */
  pick: number;
}

/** Does one of the things that the evaluator allows to somebody, mostly what leads a round on. */
export async function tryAllowed({ accounts, id, toId, pick }: AnyAllowed, now: Date) {
  const facts = await db.$transaction((tx) => lockFacts(tx, id, now));
  const allowed: Attempt[] = [];
  for (const account of accounts) {
    const actions = availableActions(facts, await actorOf(account, now)).filter((a) => a.allowed);
    for (const { event } of actions) {
      if (event === "save" || event === "publish") continue;
      allowed.push({ account, id, event, toId, one: pick % 2 === 0 });
    }
  }
  const kinds: EventInput["event"][][] = [
    ["pass", "submit"],
    ["pass", "submit"],
    ["claim", "handover"],
  ];
  const wanted = kinds[pick % 4] ?? [];
  const likely = allowed.filter(({ event }) => wanted.includes(event));
  const from = likely.length ? likely : allowed;
  const chosen = from[pick % from.length];
  if (chosen) await tryEvent(chosen, now);
}

interface RoleChange {
  userId: string;
  bureauId: string;
  role: Role;
  level: number | null;
  end: boolean;
}

export async function changeRole(change: RoleChange, now: Date) {
  const { userId, bureauId, role, level, end } = change;
  if (end) return db.membership.updateMany({ where: { userId, role }, data: { until: now } });
  return db.membership.create({ data: { userId, bureauId, role, level, from: now } });
}

interface DeputyChange {
  bureauId: string;
  fromId: string;
  toId: string;
  /** Hours from now. */
  start: number;
  revoke: boolean;
}

/** Any deputies at all, loops and lent roles too: what reads them must bear them. */
export async function changeDeputy(change: DeputyChange, now: Date) {
  const { bureauId, fromId, toId, start, revoke } = change;
  const by = { revokedAt: now, revokedById: fromId };
  if (revoke) return db.delegation.updateMany({ where: { fromId, revokedAt: null }, data: by });
  if (fromId === toId) return;
  const at = new Date(now.getTime() + start * 3_600_000);
  const until = new Date(at.getTime() + 3 * 3_600_000);
  const made = { reason: "出差", createdById: fromId, createdAt: now };
  await db.delegation.create({ data: { bureauId, fromId, toId, from: at, until, ...made } });
}
