import type { Change } from "@/lib/reports/revisions/rules";

/** One fact of a report's life. */
export interface HistoryEntry {
  at: Date;
  who: string;
  kind:
    | "kept"
    | "imported"
    | "submitted"
    | "restored"
    | "named"
    | "recalled"
    | "passed"
    | "returned"
    | "published";
  revisionNo: number | null;
  contentHash: string | null;
  /** Steps decided, by label. */
  steps: string[];
  /** Opinion, change note, name of a 稿. */
  words: string;
  items: { section: string; cell: string | null; words: string }[];
}

/** What the history page shows. */
export interface HistoryPage {
  bureauName: string;
  year: number;
  /** Of the report. */
  version: number;
  /** Whether the person may name and restore 稿 now. */
  canEdit: boolean;
  format: string;
  history: HistoryEntry[];
  /** Where the two 稿 differ; null when none are chosen or one does not exist. */
  changes: Change[] | null;
}
