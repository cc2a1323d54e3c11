import { StepProgress } from "@/components/reviews/StepProgress";
import { DataTable } from "@/components/ui/DataTable";
import { Panel } from "@/components/ui/Panel";
import { TextLink } from "@/components/ui/TextLink";
import type { Due } from "@/lib/reports/deadlines/rules";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { reviewState } from "@/lib/reports/rules";

interface PlanProgressProps {
  record: ReportSummary;
  /** Of the open steps with 限办, by key. */
  dues: Record<string, Due>;
}

/** The steps of the plan, each with who passed or returned it last. */
export function PlanProgress({ record, dues }: PlanProgressProps) {
  const state = reviewState(record);
  if (!state) return null;
  return (
    <Panel
      title="审核流程"
      aside={
        <>
          {state.plan.name}
          <TextLink href={`/desk/reports/${record.id}/record`}>审校单</TextLink>
        </>
      }
      flush
    >
      <DataTable caption="各环节办理情况" captionHidden>
        <thead>
          <tr>
            <th scope="col">环节</th>
            <th scope="col">办理情况</th>
            <th scope="col">办理人</th>
            <th scope="col">时间</th>
            <th scope="col">意见</th>
          </tr>
        </thead>
        <tbody>
          {state.plan.stages.flatMap((stage) =>
            stage.steps.map((step) => (
              <StepProgress
                key={step.key}
                step={step}
                state={state}
                record={record}
                due={dues[step.key]}
              />
            )),
          )}
        </tbody>
      </DataTable>
    </Panel>
  );
}
