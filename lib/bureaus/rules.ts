import type { Due } from "@/lib/reports/deadlines/rules";
import type { DraftState, LiveState } from "@/prisma/generated/enums";

/** How far a supervised bureau is with a year's report: states alone, never a word of the text. */
export interface SupervisedState {
  bureau: string;
  bureauName: string;
  year: number;
  /** Null where the report has not been opened. */
  draft: DraftState | null;
  live: LiveState;
  /** 一审一校（初审）; null outside a review. */
  stage: string | null;
  /** Of the step that is due first; null where none has 限办. */
  stepDue: Due | null;
  /** Of the report; null where it has not been opened. */
  version: number | null;
  /** 催办 within the last hour. */
  urged: { byName: string; at: string } | null;
  canUrge: boolean;
}
