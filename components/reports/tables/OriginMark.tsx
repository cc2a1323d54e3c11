import { memo } from "react";
import { type MarkedOrigin, markStyle } from "@/components/reports/tables/MarkLegend";

/** The mark of how a value came to be, in the corner of its cell. */
export const OriginMark = memo(function OriginMark({ origin }: { origin: MarkedOrigin }) {
  return (
    <span
      aria-hidden="true"
      data-origin={origin}
      className={`pointer-events-none absolute top-0.5 left-0.5 size-1.5 ${markStyle[origin]}`}
    />
  );
});
