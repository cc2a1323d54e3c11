import { EmptyState } from "@/components/layout/EmptyState";
import { ReportCard } from "@/components/reports/desk/ReportCard";
import { OpenReportButton } from "@/components/reports/OpenReportButton";
import { Panel } from "@/components/ui/Panel";
import type { Desk } from "@/lib/reports/desk/rules";

/** What a drafter has to do, and the report of the year that nobody has opened yet. */
export function DraftingPart({ drafting }: { drafting: NonNullable<Desk["drafting"]> }) {
  const { cards, missing } = drafting;
  return (
    <>
      {missing.map(({ bureau, name, year }) => (
        <Panel key={bureau} title={`${year} 年度报告`}>
          <EmptyState
            title={`${name}还没有开始编制 ${year} 年度报告`}
            next={`法定截止日期是 ${year + 1} 年 1 月 31 日。新建以后，可以粘贴或导入已有的文稿，也可以直接填写。`}
            action={
              <OpenReportButton bureau={bureau} year={year} label={`新建 ${year} 年度报告`} />
            }
          />
        </Panel>
      ))}
      {cards.map((card, index) => (
        <ReportCard key={card.id} card={card} first={index === 0 && missing.length === 0} />
      ))}
    </>
  );
}
