import { Callout } from "@/components/ui/Callout";
import { StatusDot } from "@/components/ui/StatusDot";
import type { BatchResult } from "@/lib/reviews/batches/schema";

export interface NamedResult extends BatchResult {
  /** 灋河回族区司法局 2025 年度报告 */
  title: string;
}

/** What became of each report. */
export function BatchResults({ results }: { results: NamedResult[] }) {
  if (!results.length) return null;
  const passed = results.filter((result) => result.ok).length;
  const tone = passed === results.length ? "success" : "warning";
  return (
    <Callout live tone={tone} title={`${results.length} 份中通过了 ${passed} 份`}>
      <ul className="mt-1 space-y-1">
        {results.map(({ report, title, ok, reasons }) => (
          <li key={report}>
            <StatusDot tone={ok ? "success" : "danger"} label={ok ? "已通过" : "没有通过"} />{" "}
            {title}
            {reasons.map((reason) => (
              <p key={reason} className="pl-4">
                {reason}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
