import { eventWords, type Refusal, type ReportEvent } from "@/lib/reports/verdicts/schema";
import type { DraftState } from "@/prisma/generated/enums";

/** All reasons at once; the kind of refusal is that of the gravest. */
export function verdict(person: string[], lane: string[], guards: string[]) {
  const reasons = [...person, ...lane, ...guards];
  const grave = person.length ? "FORBIDDEN" : lane.length ? "CONFLICT" : "INVALID";
  const refusal: Refusal | null = reasons.length ? grave : null;
  return { allowed: refusal === null, reasons, refusal };
}

const laneWords: Record<DraftState, string> = {
  DRAFT: "拟稿中",
  IN_REVIEW: "审核中",
  RETURNED: "退回修改",
  APPROVED: "已审定",
  SCHEDULED: "待定时发布",
  IDLE: "无在办稿",
};

/** Why an event cannot be done in the lane where the draft is; empty where it can. */
export function laneReasons(event: ReportEvent, from: DraftState[], draft: DraftState): string[] {
  if (from.includes(draft)) return [];
  const words = from.map((state) => laneWords[state]).join("、");
  return [
    `报告现在是“${laneWords[draft]}”，不能${eventWords[event]}（${words}时才可以），请刷新页面。`,
  ];
}
