import { buttonStyle } from "@/components/ui/button-style";
import { Panel } from "@/components/ui/Panel";
import { VisuallyHidden } from "@/components/ui/VisuallyHidden";
import { type HandoutKind, handoutKinds, handoutTypes } from "@/lib/reports/handouts/schema";
import type { DiffQuery } from "@/lib/reports/revisions/schema";

/** 带去开会: two 稿 as documents. Plain links, which nothing fetches ahead: a download is a fact in the log. */
export function HandoutLinks({ reportId, from, to }: DiffQuery & { reportId: string }) {
  const address = (name: string) =>
    `/api/v1/reports/${reportId}/diff/${name}?from=${from}&to=${to}`;
  const words = (kind: HandoutKind) =>
    kind === "clean" ? `${handoutKinds.clean}（第 ${to} 稿）` : handoutKinds[kind];
  return (
    <Panel>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
        <h2 className="font-bold max-sm:w-full">带去开会</h2>
        {(["changes", "marked", "clean"] as const).map((kind) => (
          <p key={kind} className="flex items-center gap-2">
            {words(kind)}
            {(["docx", "pdf"] as const).map((type) => (
              <a
                key={type}
                href={address(`${kind}.${type}`)}
                download
                className={buttonStyle("secondary", "small")}
              >
                <VisuallyHidden>{handoutKinds[kind]} </VisuallyHidden>
                {handoutTypes[type]}
              </a>
            ))}
          </p>
        ))}
      </div>
    </Panel>
  );
}
