import { draftStates, liveStates } from "@/components/reports/StateBadge";
import { Button } from "@/components/ui/Button";
import { LinkButton } from "@/components/ui/LinkButton";
import { SelectField } from "@/components/ui/SelectField";

export interface ShelfQuery {
  year?: number;
  draft?: string;
  live?: string;
}

interface ShelfFilterProps {
  years: number[];
  query: ShelfQuery;
}

/** Year and state, by a form that is an address. */
export function ShelfFilter({ years, query }: ShelfFilterProps) {
  const filtered = query.year || query.draft || query.live;
  return (
    <form
      action="/desk/reports"
      className="mb-4 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <SelectField label="年度" name="year" defaultValue={query.year ?? ""}>
        <option value="">全部年度</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </SelectField>
      <SelectField label="办理状态" name="draft" defaultValue={query.draft ?? ""}>
        <option value="">全部</option>
        {Object.entries(draftStates).map(([state, { word }]) => (
          <option key={state} value={state}>
            {word}
          </option>
        ))}
      </SelectField>
      <SelectField label="公开状态" name="live" defaultValue={query.live ?? ""}>
        <option value="">全部</option>
        {Object.entries(liveStates).map(([state, { word }]) => (
          <option key={state} value={state}>
            {word}
          </option>
        ))}
      </SelectField>
      <div className="flex gap-2">
        <Button type="submit">筛选</Button>
        {filtered && (
          <LinkButton href="/desk/reports" tone="quiet">
            清除
          </LinkButton>
        )}
      </div>
    </form>
  );
}
