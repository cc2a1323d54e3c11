import type { SeenReport } from "@/components/reports/use-report-event";
import { HandoverRow } from "@/components/reviews/handovers/HandoverRow";
import type { StepsInHand } from "@/lib/reviews/handovers/rules";

interface HandoverListProps {
  report: SeenReport;
  hands: StepsInHand[];
  onDone: (words: string) => void;
}

/** 认领、移交、退回公共: who has the open steps, where this person may do something about it. */
export function HandoverList({ report, hands, onDone }: HandoverListProps) {
  if (!hands.length) return null;
  return (
    <ul aria-label="承办" className="space-y-2 border-t border-line pt-3">
      {hands.map((hand) => (
        <HandoverRow key={hand.steps.join(" ")} report={report} hand={hand} onDone={onDone} />
      ))}
    </ul>
  );
}
