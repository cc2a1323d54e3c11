import { FactLine } from "@/components/ui/FactLine";
import { formatInstant } from "@/components/ui/format-time";
import { Panel } from "@/components/ui/Panel";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { reviewState } from "@/lib/reports/rules";
import { signedStep } from "@/lib/reviews/decisions/rules";
import type { PlanStage } from "@/lib/reviews/plans/schema";
import { countedPasses, signedName } from "@/lib/reviews/rules";
import type { ReviewState } from "@/lib/reviews/schema";

/** Who passed each level of this very text, and when; nothing once it is before the public. */
export function ApprovalList({ record }: { record: ReportSummary }) {
  const state = reviewState(record);
  if (!state || record.draft === "IDLE") return null;
  return (
    <Panel title="审核情况" aside={state.plan.name} flush>
      <ol className="divide-y divide-line">
        {state.plan.stages.map((stage) => (
          <Approval key={stage.key} stage={stage} state={state} />
        ))}
      </ol>
    </Panel>
  );
}

function Approval({ stage, state }: { stage: PlanStage; state: ReviewState }) {
  const passes = stage.steps.flatMap((step) =>
    countedPasses(step, state).map((pass) => ({ ...pass, label: step.label })),
  );
  return (
    <li className="px-4 py-2">
      <p className="text-sm font-bold">{stage.label}</p>
      {passes.length === 0 && <p className="text-sm text-muted">还没有通过</p>}
      {passes.map((pass) => (
        <FactLine
          key={pass.id}
          facts={[
            signedStep(pass.label, pass),
            signedName(pass.actorName, pass.forName),
            <time key="at" dateTime={pass.at}>
              {formatInstant(new Date(pass.at))}
            </time>,
            pass.opinion || null,
          ]}
        />
      ))}
    </li>
  );
}
