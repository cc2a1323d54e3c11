"use client";

import { useDraft } from "@/components/reports/drafting/draft-context";
import { FindingText } from "@/components/reports/findings/FindingItem";
import { useFindings } from "@/components/reports/findings/findings-context";
import { SourceNote } from "@/components/reports/findings/SourceNote";
import { tiers } from "@/components/reports/findings/tiers";
import { WarningList } from "@/components/reports/findings/WarningList";
import { Badge } from "@/components/ui/Badge";
import { Panel } from "@/components/ui/Panel";

/** 校核问题 of the text as it stands, by tier. */
export function FindingsPanel() {
  const { view } = useDraft();
  const { findings } = useFindings();
  const canExplain = view.editable.length > 0;
  return (
    <Panel title="校核问题" aside={findings.length === 0 ? "没有问题" : `共 ${findings.length} 项`}>
      <div className="space-y-4">
        <SourceNote />
        {findings.length === 0 && <p className="text-sm text-muted">没有发现问题。</p>}
        {tiers.map(({ tier, word, tone }) => {
          const own = findings.filter((finding) => finding.tier === tier);
          if (own.length === 0) return null;
          const open = own.filter((finding) => !finding.explanation).length;
          return (
            <section key={tier} aria-label={word}>
              <h3 className="mb-2 flex items-center gap-2 text-sm font-bold">
                {word}
                {open > 0 && <Badge tone={tone}>{open}</Badge>}
              </h3>
              {tier === "warn" ? (
                <WarningList findings={own} canExplain={canExplain} />
              ) : (
                <ul className="space-y-3">
                  {own.map((finding) => (
                    <li key={finding.fingerprint}>
                      <FindingText finding={finding} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </Panel>
  );
}
