"use client";

import { useState } from "react";
import { PageHeader } from "@/components/layout/PageHeader";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { RecallDialog } from "@/components/reports/drafting/RecallDialog";
import { SubmitDialog } from "@/components/reports/drafting/SubmitDialog";
import { UrgeDialog } from "@/components/reports/drafting/UrgeDialog";
import { StateBadge } from "@/components/reports/StateBadge";
import { Button } from "@/components/ui/Button";
import { buttonStyle } from "@/components/ui/button-style";
import { LinkButton } from "@/components/ui/LinkButton";
import { sectionsOf } from "@/lib/format/format";
import { publicPath } from "@/lib/publications/rules";

/** Which report this is, where it stands, and what can be done with it once something is in it. */
export function DraftHeader({ isStarting }: { isStarting: boolean }) {
  const { format, view } = useDraft();
  const { id, bureauName, identity, draft, live, deadline, can } = view;
  const [dialog, setDialog] = useState<"submit" | "recall" | "urge" | null>(null);
  const isWhole = sectionsOf(format).every(({ key }) => view.openings[key] === "all");
  const scope = identity.scope === "own" ? "OWN" : "AREA";
  const here = `/desk/reports/${id}`;
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={`${bureauName} ${identity.year} 年度报告`}
        crumbs={[
          { label: "工作台", href: "/desk" },
          { label: "年度报告", href: "/desk/reports" },
        ]}
        badge={<StateBadge draft={draft} live={live} />}
        facts={[
          identity.scope === "own" ? "口径：本机关" : "口径：汇总",
          `统一格式：${format.source}`,
          deadline && (
            <span className={deadline.overdue ? "font-bold text-danger" : undefined}>
              {deadline.words}
            </span>
          ),
        ]}
        actions={
          <>
            {isWhole && !isStarting && <LinkButton href={`${here}/import`}>导入文稿</LinkButton>}
            <LinkButton href={`${here}/preview`}>预览</LinkButton>
            <LinkButton href={`${here}/history`}>历史</LinkButton>
            {live === "LIVE" && (
              // A public page stands outside the workspace and its script.
              <a
                href={publicPath(identity.bureau, identity.year, scope)}
                className={buttonStyle("secondary", "normal")}
              >
                公开页
              </a>
            )}
            {can.urge && <Button onClick={() => setDialog("urge")}>催办</Button>}
            {can.recall && <Button onClick={() => setDialog("recall")}>撤回送审</Button>}
            {can.review && (
              <LinkButton tone="primary" href={`/desk/reviews/${id}`}>
                去审核
              </LinkButton>
            )}
            {can.publish && (
              <LinkButton tone="primary" href={`${here}/publish`}>
                发布
              </LinkButton>
            )}
            {can.submit && !isStarting && (
              <Button tone="primary" onClick={() => setDialog("submit")}>
                送审
              </Button>
            )}
          </>
        }
      />
      <SubmitDialog open={dialog === "submit"} onOpenChange={close} />
      <RecallDialog open={dialog === "recall"} onOpenChange={close} />
      <UrgeDialog open={dialog === "urge"} onOpenChange={close} />
    </>
  );
}
