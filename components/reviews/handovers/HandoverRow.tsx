import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { MoveDialog } from "@/components/reviews/handovers/MoveDialog";
import { Button } from "@/components/ui/Button";
import type { StepsInHand } from "@/lib/reviews/handovers/rules";

interface HandoverRowProps {
  report: SeenReport;
  hand: StepsInHand;
  onDone: (words: string) => void;
}

/** Some steps that stand with the same person, and what may be done about that. */
export function HandoverRow({ report, hand, onDone }: HandoverRowProps) {
  const { steps, labels, claimant, canClaim, canGiveBack, moves } = hand;
  const { send, pending, problem, forget } = useReportEvent(report);
  const names = labels.join("、");

  async function claim() {
    if (await send("claim", { steps })) onDone(`已认领${names}，现在由您办理。`);
  }

  async function giveBack() {
    const done = await send("handover", { steps, to: null });
    if (done) onDone(`已退回公共，${names}由先认领或者先签署的人办理。`);
  }

  return (
    <li className="space-y-2 text-sm">
      <p>
        {names}：{standing(hand)}
      </p>
      <div className="flex flex-wrap gap-2">
        {canClaim && (
          <Button size="small" pending={pending} onClick={claim}>
            {claimant ? "改由我认领" : "认领"}
          </Button>
        )}
        {moves.length > 0 && <MoveDialog report={report} hand={hand} onDone={onDone} />}
        {canGiveBack && (
          <Button size="small" pending={pending} onClick={giveBack}>
            退回公共
          </Button>
        )}
      </div>
      {problem && <ProblemCallout title="没有办成" problem={problem} onReload={forget} />}
    </li>
  );
}

function standing({ claimant, places }: StepsInHand): string {
  if (places.length) return `等待${places.map(({ name }) => name).join("、")}通过`;
  if (!claimant) return "还没有人认领";
  return claimant.isMe ? "由您认领" : `由${claimant.name}认领`;
}
