import type { SeenReport } from "@/components/reports/use-report-event";
import type { Sections } from "@/lib/format/content";
import type { DecisionOffer } from "@/lib/reviews/offers/rules";

/** What the decision panel and its dialogs know. */
export interface DecisionPanelProps {
  report: SeenReport;
  /** Version of the statutory format. */
  format: string;
  revisionNo: number;
  offer: DecisionOffer;
  /** The text as it stands, for 领导直接改稿; null where he may change nothing himself. */
  sections: Sections | null;
  /** Key and word of each class of error. */
  errorClasses: [key: string, label: string][];
}
