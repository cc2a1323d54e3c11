import { EmptyState } from "@/components/layout/EmptyState";
import { PageHeader } from "@/components/layout/PageHeader";
import { ErrorRates } from "@/components/reviews/errors/ErrorRates";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { TextField } from "@/components/ui/TextField";
import type { ErrorRate } from "@/lib/reviews/errors/schema";

/** 差错率 of a year: what every 校 found, by bureau and 送审. */
export function ErrorRatesView({ year, rates }: { year: number; rates: ErrorRate[] }) {
  return (
    <>
      <PageHeader title={`${year} 年度差错率`} crumbs={[{ label: "工作台", href: "/desk" }]} />
      <form action="/desk/reviews/errors" className="mb-4 flex items-end gap-3">
        <TextField label="年度" name="year" inputMode="numeric" maxLength={4} defaultValue={year} />
        <Button type="submit">查看</Button>
      </form>
      <Panel title="各单位、各次送审" aside="每万字差错数，只计文字部分的字数" flush>
        {rates.length === 0 ? (
          <EmptyState
            title="这一年度还没有校对过的报告"
            next="校对人签署意见以后，发现的差错按类别统计在这里。"
          />
        ) : (
          <ErrorRates rates={rates} byBureau />
        )}
      </Panel>
    </>
  );
}
