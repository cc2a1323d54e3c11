import type { Change } from "@/lib/reports/revisions/rules";
import type { DecisionKind, DraftState } from "@/prisma/generated/enums";

/** A report in the queue, with where it stands. */
export interface QueueItem {
  id: string;
  bureauName: string;
  year: number;
  draft: DraftState;
  /** 第几稿. */
  revisionNo: number;
  roundNo: number;
  /** 一审一校（初审）; null outside a review. */
  stage: string | null;
  submittedBy: string;
  /** ISO time. */
  submittedAt: string;
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
  at: Date;
}

/** What the present text changed against one that was seen before. */
export interface SeenComparison {
  /** 第几稿 was seen. */
  revisionNo: number;
  /** The actor judged that text himself; else it is the round before's. */
  own: boolean;
  changes: Change[];
}
