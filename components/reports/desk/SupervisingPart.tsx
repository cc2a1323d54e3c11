import { EmptyState } from "@/components/layout/EmptyState";
import { UrgeButton } from "@/components/reports/desk/UrgeButton";
import { StateBadge } from "@/components/reports/StateBadge";
import { DueNote } from "@/components/reviews/DueNote";
import { ErrorRatesLink } from "@/components/reviews/errors/ErrorRatesLink";
import { Badge } from "@/components/ui/Badge";
import { DataTable } from "@/components/ui/DataTable";
import { formatClock } from "@/components/ui/format-time";
import { Panel } from "@/components/ui/Panel";
import type { SupervisedState } from "@/lib/bureaus/rules";
import type { Desk } from "@/lib/reports/desk/rules";

/** How far each supervised bureau is: states alone, never a word of a text. */
export function SupervisingPart({
  supervising,
}: {
  supervising: NonNullable<Desk["supervising"]>;
}) {
  const { year, deadline, overdue, states } = supervising;
  const open = states.filter((state) => state.live !== "LIVE").length;
  return (
    <Panel title={`各单位 ${year} 年度报告`} aside={<Aside open={open} />} flush>
      {states.length === 0 ? (
        <EmptyState
          title="没有所属单位"
          next="由系统管理员把单位设在本机关之下以后，会列在这里。"
        />
      ) : (
        <DataTable caption={`各单位 ${year} 年度报告的进度`} captionHidden pinned>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">状态</th>
              <th scope="col">所在环节</th>
              <th scope="col">期限</th>
              <th scope="col">催办</th>
            </tr>
          </thead>
          <tbody>
            {states.map((state) => (
              <StateRow key={state.bureau} state={state} {...{ deadline, overdue }} />
            ))}
          </tbody>
        </DataTable>
      )}
    </Panel>
  );
}

function Aside({ open }: { open: number }) {
  return (
    <>
      {open} 个单位尚未发布
      <ErrorRatesLink />
    </>
  );
}

interface StateRowProps {
  state: SupervisedState;
  deadline: string;
  overdue: boolean;
}

function StateRow({ state, deadline, overdue }: StateRowProps) {
  const { bureauName, draft, live, stage, stepDue } = state;
  const isPublic = live === "LIVE";
  return (
    <tr>
      <th scope="row" className="text-left">
        {bureauName}
      </th>
      <td>{draft ? <StateBadge draft={draft} live={live} /> : <Badge>未开始</Badge>}</td>
      <td>
        {stage ?? "—"}
        {stepDue && <DueNote due={stepDue} />}
      </td>
      <td className={overdue && !isPublic ? "font-bold text-danger" : undefined}>
        {isPublic ? "—" : deadline}
      </td>
      <td>
        <Urge state={state} />
      </td>
    </tr>
  );
}

/** The button, or who pressed it within the last hour. */
function Urge({ state }: { state: SupervisedState }) {
  const { bureau, bureauName, year, version, urged, canUrge } = state;
  if (urged) return `${formatClock(new Date(urged.at))} ${urged.byName}催办`;
  if (!canUrge || version === null) return "—";
  return <UrgeButton {...{ bureau, bureauName, year, version }} />;
}
