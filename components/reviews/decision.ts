import type { SeenReport } from "@/components/reports/use-report-event";
import type { DecisionOffer } from "@/lib/reviews/offers/rules";

/** What the decision panel and its dialogs know. */
export interface DecisionPanelProps {
  report: SeenReport;
  /** Version of the statutory format. */
  format: string;
  revisionNo: number;
  offer: DecisionOffer;
  /** Key and word of each class of error. */
  errorClasses: [key: string, label: string][];
}
