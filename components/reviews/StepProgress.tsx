import { DueNote } from "@/components/reviews/DueNote";
import { formatInstant } from "@/components/ui/format-time";
import { StatusDot } from "@/components/ui/StatusDot";
import type { Tone } from "@/components/ui/tone";
import type { Due } from "@/lib/reports/deadlines/rules";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { signedStep } from "@/lib/reviews/decisions/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { countedPasses, isSatisfied, openSteps, signedName } from "@/lib/reviews/rules";
import type { DecisionFact, ReviewState } from "@/lib/reviews/schema";

interface StepProgressProps {
  step: PlanStep;
  state: ReviewState;
  record: ReportSummary;
  due?: Due | undefined;
}

/** One step: its last decision, and whether that still counts for the text as it is. */
export function StepProgress({ step, state, record, due }: StepProgressProps) {
  const last = state.decisions.findLast((decision) => decision.step === step.key);
  const { word, tone } = standing({ step, state, record }, last);
  return (
    <tr>
      <th scope="row">{last ? signedStep(step.label, last) : step.label}</th>
      <td>
        <StatusDot tone={tone} label={word} />
        {due && <DueNote due={due} />}
      </td>
      <td className="whitespace-nowrap">{last && signedName(last.actorName, last.forName)}</td>
      <td className="whitespace-nowrap">
        {last && <time dateTime={last.at}>{formatInstant(new Date(last.at))}</time>}
      </td>
      <td className="min-w-40 whitespace-pre-wrap">{last?.opinion}</td>
    </tr>
  );
}

function standing(
  { step, state, record }: StepProgressProps,
  last: DecisionFact | undefined,
): { word: string; tone: Tone } {
  if (isSatisfied(step, state)) return { word: "已通过", tone: "success" };
  if (last?.kind === "RETURN" && last.roundNo === state.roundNo) {
    return { word: "已退回", tone: "warning" };
  }
  if (last?.kind === "PASS" && !countedPasses(step, state).includes(last)) {
    return { word: "文稿已改，须重新通过", tone: "warning" };
  }
  const open = record.draft === "IN_REVIEW" && openSteps(state).includes(step);
  const word = open ? "待办" : "未轮到";
  return { word: last ? `${word}（上次退回）` : word, tone: open ? "info" : "neutral" };
}
