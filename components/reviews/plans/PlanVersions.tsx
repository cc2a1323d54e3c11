import { formatInstant } from "@/components/ui/format-time";
import { Panel } from "@/components/ui/Panel";
import type { PlanView } from "@/lib/reviews/plans/schema";

/** 版次, newest first. */
export function PlanVersions({ view }: { view: PlanView }) {
  const { versions } = view;
  return (
    <Panel title="版次">
      {versions.length === 0 ? (
        <p className="text-sm text-muted">还没有发布过，不能选用。</p>
      ) : (
        <ul className="space-y-1 text-sm tabular-nums">
          {versions.map(({ no, publishedAt, publishedByName }) => (
            <li key={no}>
              第 {no} 版　{formatInstant(new Date(publishedAt))}　
              {publishedByName ? `${publishedByName}发布` : "随系统提供"}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
