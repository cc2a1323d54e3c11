import type { Actor } from "@/lib/auth/actor";
import { clockWords } from "@/lib/reports/deadlines/rules";
import { type ReportFacts, reviewState } from "@/lib/reports/rules";
import { peopleAsked } from "@/lib/reviews/people/rules";
import { currentStage } from "@/lib/reviews/rules";
import type { DraftState } from "@/prisma/generated/enums";

/** 催办 of one report is possible once in this time. */
export const URGE_PAUSE_MS = 60 * 60 * 1_000;

/** What a report waits for, and whose turn it is. */
export interface Waiting {
  /** 一审一校（初审）, 填报送审, 发布. */
  step: string;
  userIds: string[];
}

/** Null where nothing is in hand. */
export function waitingFor(facts: ReportFacts): Waiting | null {
  const withRole = (role: string) => [
    ...new Set(facts.holders.filter((h) => h.role === role).map((h) => h.userId)),
  ];
  switch (facts.draft) {
    case "DRAFT":
    case "RETURNED":
      return { step: "填报送审", userIds: withRole("DRAFTER") };
    case "IN_REVIEW":
      return inReview(facts);
    case "APPROVED":
      return { step: "发布", userIds: withRole("PUBLISHER") };
    case "SCHEDULED":
    case "IDLE":
      return null;
  }
}

function inReview(facts: ReportFacts): Waiting | null {
  const state = reviewState(facts);
  const stage = state && currentStage(state);
  if (!state || !stage) return null;
  const people = peopleAsked(state, facts.holders);
  return { step: stage.label, userIds: people.map((person) => person.userId) };
}

const rolesThatWait = ["DRAFTER", "PUBLISHER", "SUPERVISOR"];

/** 催办 is for those who wait: drafters and submitter, publishers, the office above. */
export function urger(actor: Actor, facts: ReportFacts): string[] {
  const waits =
    facts.round?.openedById === actor.userId ||
    facts.holders.some((h) => h.userId === actor.userId && rolesThatWait.includes(h.role));
  return waits ? [] : ["只有拟稿人、送审人、发布管理员和主管部门可以催办。"];
}

/** While it is drafted the bureau waits for nobody else; the office above does. */
export function urgeable(actor: Actor, facts: ReportFacts): DraftState[] {
  const isAbove = facts.holders.some(
    (h) => h.userId === actor.userId && h.role === "SUPERVISOR" && h.forId === null,
  );
  return isAbove ? ["DRAFT", "RETURNED", "IN_REVIEW", "APPROVED"] : ["IN_REVIEW", "APPROVED"];
}

/** At most one an hour per report, and never to oneself alone. */
export function urgeReasons(actor: Actor, facts: ReportFacts): string[] {
  const { urged } = facts;
  if (urged) {
    const [at, next] = [0, URGE_PAUSE_MS].map((pause) =>
      clockWords(new Date(Date.parse(urged.at) + pause)),
    );
    return [`${urged.byName}在 ${at} 已经催办过。一小时只能催办一次，请在 ${next} 以后再催办。`];
  }
  if (peopleToUrge(facts, actor).length) return [];
  const step = waitingFor(facts)?.step ?? "这份报告";
  return [`现在没有别的人可以办理“${step}”，请联系管理员核对人员。`];
}

/** Everybody for whom it waits but who urges. */
export function peopleToUrge(facts: ReportFacts, actor: { userId: string }): string[] {
  return waitingFor(facts)?.userIds.filter((userId) => userId !== actor.userId) ?? [];
}
