import { EmptyState } from "@/components/layout/EmptyState";
import { tiers } from "@/components/reports/findings/tiers";
import { placeName } from "@/components/reports/place-name";
import { Badge } from "@/components/ui/Badge";
import { formatInstant } from "@/components/ui/format-time";
import { Panel } from "@/components/ui/Panel";
import type { ExplainedFinding } from "@/lib/reports/findings/rules";

interface FindingRecordsProps {
  format: string;
  findings: ExplainedFinding[];
}

/** 校核问题 with what the clerk said about each, gravest first. */
export function FindingRecords({ format, findings }: FindingRecordsProps) {
  if (!findings.length) {
    return (
      <Panel>
        <EmptyState title="没有校核问题" next="系统核对过全部规则，没有发现问题。" />
      </Panel>
    );
  }
  return (
    <Panel flush>
      <ul aria-label="校核问题" className="divide-y divide-line">
        {findings.map((finding) => (
          <FindingRecord key={finding.fingerprint} format={format} finding={finding} />
        ))}
      </ul>
    </Panel>
  );
}

function FindingRecord({ format, finding }: { format: string; finding: ExplainedFinding }) {
  const { tier, rule, name, section, cell, certain, message, explanation } = finding;
  const weight = tiers.find((one) => one.tier === tier);
  return (
    <li className="space-y-1 px-4 py-2.5 text-sm">
      <p className="flex flex-wrap items-center gap-x-2">
        <Badge tone={weight?.tone}>{weight?.word}</Badge>
        <span className="font-bold">{placeName(format, section, cell ?? null)}</span>
        {!certain && <Badge>请人工核对</Badge>}
        <span className="ml-auto text-xs text-muted">
          {rule} {name}
        </span>
      </p>
      <p>{message}</p>
      {explanation && (
        <p className="border-l-4 border-primary-line pl-3">
          情况说明：{explanation.reason}
          <span className="ml-2 text-xs text-muted">
            {explanation.byName} {formatInstant(new Date(explanation.at))}
          </span>
        </p>
      )}
    </li>
  );
}
