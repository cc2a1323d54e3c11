import { z } from "zod";
import type { DecisionKind, Role } from "@/prisma/generated/enums";

/** How the queue is asked for. */
export const queueQuery = z.strictObject({
  /** Of each list, from 1. */
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  /** Key of one of the actor's duties: its 待办, whoever of its holders has it. */
  duty: z.string().max(40).optional(),
});
export type QueueQuery = z.infer<typeof queueQuery>;

/** The query of an address as a page gets it; what makes no sense asks for nothing. */
export function queueQueryOf(query: Record<string, string | string[] | undefined>): QueueQuery {
  const { page, duty } = query;
  const parsed = queueQuery.safeParse({ page, duty });
  return parsed.success ? parsed.data : { page: 1 };
}

/** Rows of a page. */
export const QUEUE_PAGE = 50;

/** A report in the queue, with where it stands. */
export interface QueueItem {
  id: string;
  bureauName: string;
  year: number;
  /** 第几稿. */
  revisionNo: number;
  roundNo: number;
  /** 一审一校（初审）. */
  stage: string;
  /** Open steps that this queue is about: 一审, 一校. */
  steps: string[];
  /** Who has them by 认领 or 移交. */
  claimedBy: string[];
  /** 代: for whom the actor would act. */
  forNames: string[];
  /** 改动确认 is all that is asked of this person. */
  confirms: boolean;
  submittedBy: string;
  submittedAt: Date;
  /** Half open; null without a limit. */
  dueAt: Date | null;
}

/** One page of a queue, and how many there are in all. */
export interface QueueSlice {
  items: QueueItem[];
  count: number;
}

/** One act of judging: the 审 and the 校 of a level are one. */
export interface DoneItem {
  /** Of the report. */
  id: string;
  bureauName: string;
  year: number;
  revisionNo: number;
  roundNo: number;
  /** Step labels: 一审, 一校. */
  steps: string[];
  kind: DecisionKind;
  opinion: string;
  /** 李四（代 张三）; null where the actor decided for himself. */
  signedBy: string | null;
  at: Date;
}

/** A duty that steps are asked of: a role with its rank. */
export interface Duty {
  /** REVIEWER-1, PROOFREADER. */
  key: string;
  role: Role;
  level: number | null;
}

/** 审核待办 of one person. */
export interface QueuePage {
  queue: { waiting: QueueSlice; underway: QueueSlice; done: { items: DoneItem[]; count: number } };
  duties: Duty[];
  /** The duty whose 待办 is shown instead of his own, with that. */
  chosen: Duty | null;
  ofDuty: QueueSlice | null;
  page: number;
}
