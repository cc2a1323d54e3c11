"use client";

import { StatementOffer } from "@/components/reports/carrying/StatementOffer";
import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { isOpenPlace } from "@/components/reports/drafting/use-opening";
import type { Texts } from "@/components/reports/tables/edit-history";
import { Button } from "@/components/ui/Button";
import { formatDay } from "@/components/ui/format-time";
import { carriedOutBefore } from "@/lib/checks/carry-over";
import { cellsOf } from "@/lib/format/content";
import type { CellValue } from "@/lib/format/format";
import { differingCarriedIn } from "@/lib/reports/carrying/rules";
import type { Opening } from "@/lib/reports/openings/rules";

interface CarriedRowProps {
  /** Puts texts into cells as if they had been typed, in one act. */
  put: (texts: Texts) => void;
  opening: Opening;
}

/** Where 上年结转 comes from, and how to get it where it did not come by itself. */
export function CarriedRow({ put, opening }: CarriedRowProps) {
  const { view } = useDraft();
  const before = carriedOutBefore(view);
  const readOnly = opening.length === 0;
  return (
    <div className="space-y-1.5">
      {before && <CarriedSource />}
      {before && !readOnly && <TakeDiffering {...{ before, put, opening }} />}
      {!view.lastYear && !readOnly && <StatementOffer />}
    </div>
  );
}

function CarriedSource() {
  const { lastYear, statement, identity, origins } = useDraft().view;
  const year = identity.year - 1;
  const kinds = Object.values(origins.applications ?? {});
  return (
    <>
      {(kinds.includes("carried") || kinds.includes("stated")) && (
        <p className="text-xs text-muted">
          <span
            aria-hidden="true"
            className="mr-1 inline-block border-t-8 border-r-8 border-t-primary border-r-transparent"
          />
          {kinds.includes("carried")
            ? `带角标的格自 ${year} 年度报告“结转下年度继续办理”带入；改动须作说明。`
            : `带角标的格按自填的 ${year} 年度结转数带入；改动须作说明。`}
        </p>
      )}
      {!lastYear && statement && (
        <p className="text-xs text-muted">
          {`上年结转按${statement.byName} ${formatDay(new Date(statement.at))}自填的 ${year} 年度结转数核对，出处：${statement.document}。`}
        </p>
      )}
    </>
  );
}

interface TakeDifferingProps {
  before: Record<string, CellValue>;
  put: (texts: Texts) => void;
  opening: Opening;
}

function TakeDiffering({ before, put, opening }: TakeDifferingProps) {
  const { draft, view } = useDraft();
  const read = () =>
    Object.entries(differingCarriedIn(cellsOf(draft.sections(), "applications"), before)).filter(
      ([cell]) => isOpenPlace(opening, cell),
    );
  const differing = useDraftValue(() => read().length);
  if (differing === 0) return null;

  function take() {
    put(Object.fromEntries(read().map(([cell, value]) => [cell, String(value)])));
  }

  const source = view.lastYear ? `${view.identity.year - 1} 年度报告` : "自填的上年数";
  return (
    <Button size="small" onClick={take}>
      上年结转按{view.lastYear ? ` ${source}` : source}填（{differing} 格）
    </Button>
  );
}
