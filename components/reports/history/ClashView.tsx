import { PageHeader } from "@/components/layout/PageHeader";
import { historyCrumbs } from "@/components/reports/history/history-crumbs";
import { RestoreSectionButton } from "@/components/reports/history/RestoreSectionButton";
import { sectionWord } from "@/components/reports/history/section-words";
import { placeName } from "@/components/reports/place-name";
import { formatInstant } from "@/components/ui/format-time";
import { Panel } from "@/components/ui/Panel";
import type { ClashPage } from "@/lib/reports/edits/schema";

const sides = { stored: "当时已保存的", refused: "当时没有存入的" } as const;

/** Two texts of one place, each with the way back to it. */
export function ClashView({ reportId, page }: { reportId: string; page: ClashPage }) {
  const { who, at, clash, format, year, restorable } = page;
  const word = sectionWord(format, clash.section);
  return (
    <>
      <PageHeader
        title={`${word}的同时修改`}
        crumbs={historyCrumbs(reportId, year)}
        facts={[who, formatInstant(at)]}
      />
      <p className="mb-4">
        {who}
        保存时，同一处刚刚被其他人或其他窗口改过，因此没有直接存入，由本人选择采用哪一份。两份内容都留在这里。
      </p>
      <div className="grid items-start gap-4 md:grid-cols-2">
        {(["stored", "refused"] as const).map((side) => (
          <Panel
            key={side}
            title={sides[side]}
            aside={
              restorable !== null && (
                <RestoreSectionButton
                  reportId={reportId}
                  section={clash.section}
                  word={word}
                  old={{ version: restorable, clash: clash.id, text: side }}
                  label={`恢复${sides[side]}`}
                />
              )
            }
          >
            <dl className="space-y-2">
              {clash.places.map((place) => (
                <div key={place.place}>
                  {place.place !== "paragraphs" && (
                    <dt className="text-sm text-muted">
                      {placeName(format, clash.section, place.place)}
                    </dt>
                  )}
                  <dd className="max-w-3xl whitespace-pre-wrap">{place[side] ?? "（空白）"}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        ))}
      </div>
    </>
  );
}
