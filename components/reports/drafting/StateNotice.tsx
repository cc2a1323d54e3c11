import { PlaceLink } from "@/components/reports/drafting/PlaceLink";
import { WidenForm } from "@/components/reports/drafting/WidenForm";
import { placeName } from "@/components/reports/place-name";
import { OverrideList } from "@/components/reviews/overrides/OverrideList";
import { Callout } from "@/components/ui/Callout";
import { formatClock } from "@/components/ui/format-time";
import { ReasonList } from "@/components/ui/ReasonList";
import { TextLink } from "@/components/ui/TextLink";
import type { ReportFormat } from "@/lib/format/format";
import type { DraftingView } from "@/lib/reports/drafting/rules";

/** Why the page is as it is: who has the report, or what a reviewer wants changed. */
export function StateNotice({ view, format }: { view: DraftingView; format: ReportFormat }) {
  const { draft, returned, returnedBy, holder, urged, can, missing, overrides, amended } = view;
  return (
    <div className="mt-4 space-y-3 empty:hidden">
      {holder && (
        <Callout>
          <p>{holder}</p>
          {urged && (
            <p>
              {urged.byName}在 {formatClock(new Date(urged.at))} 催办过。
            </p>
          )}
        </Callout>
      )}
      {amended.length > 0 && (
        <Callout title="审核人直接改过本稿">
          <ul>
            {amended.map(({ section, actorName, reason, at }) => (
              <li key={`${section} ${at}`}>
                {actorName}改了“{placeName(format.version, section, null)}”：{reason}
              </li>
            ))}
          </ul>
          <TextLink href={`/desk/reports/${view.id}/history`}>在历史里看改了什么</TextLink>
        </Callout>
      )}
      {overrides.length > 0 && (
        <Callout tone="warning">
          <OverrideList marks={overrides} />
        </Callout>
      )}
      {can.submit && missing.length > 0 && (
        <Callout tone="danger" title="有的环节没有人能承担，现在不能送审">
          <ReasonList reasons={missing} />
        </Callout>
      )}
      {draft === "RETURNED" && (
        <Callout tone="warning" title={`${returnedBy ?? "审核人"}退回修改`}>
          {returned.length === 0 ? (
            <p>全文可以修改，改好后重新送审。</p>
          ) : (
            <>
              <p>只有以下部分和单元格可以修改；改好并逐条答复后重新送审。</p>
              <ol className="list-decimal pl-5">
                {returned.map((item) => (
                  <li key={item.id}>
                    <PlaceLink format={format.version} section={item.section} cell={item.cell} />：
                    {item.words}
                    {item.answer && <span className="ml-2 text-success">已答复</span>}
                  </li>
                ))}
              </ol>
              {can.submit && <WidenForm />}
            </>
          )}
        </Callout>
      )}
    </div>
  );
}
