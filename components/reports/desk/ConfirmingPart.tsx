import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";
import { RecordList, RecordRow } from "@/components/ui/RecordList";
import type { Desk } from "@/lib/reports/desk/rules";

/** 例外 that somebody made and a second person has yet to stand by. */
export function ConfirmingPart({ confirming }: { confirming: Desk["confirming"] }) {
  return (
    <Panel title={`待确认的例外 ${confirming.length} 件`} flush>
      <RecordList label="待确认的例外">
        {confirming.map(({ id, bureauName, year, overrides }) => (
          <RecordRow
            key={id}
            title={`${bureauName} ${year} 年度报告`}
            facts={overrides.map(
              ({ label, byName }) => `例外：${label}（${byName}，等待第二人确认）`,
            )}
            aside={<LinkButton href={`/desk/reviews/${id}`}>查看并确认</LinkButton>}
          />
        ))}
      </RecordList>
    </Panel>
  );
}
