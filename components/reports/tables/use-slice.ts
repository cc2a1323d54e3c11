import { useEffect, useMemo, useRef, useState } from "react";
import { focusPlace, REVEAL } from "@/components/reports/drafting/place";
import { ALL_COLUMNS, sliceOfCell, slicesOf } from "@/components/reports/tables/table-slices";
import type { TableFormat } from "@/lib/format/format";

/** Which columns of a table a phone shows; whoever goes to a cell of others brings those. */
export function useSlice(table: TableFormat) {
  const slices = useMemo(() => slicesOf(table), [table]);
  const [shown, show] = useState(slices[0]?.key ?? ALL_COLUMNS);
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);

  useEffect(() => {
    const { current } = frame;
    const reveal = (event: Event) => {
      const isHidden = event.target instanceof HTMLElement && event.target.offsetParent === null;
      const cell = (event as CustomEvent<string>).detail;
      const slice = isHidden && sliceOfCell(table, cell);
      if (!slice) return;
      event.preventDefault();
      wanted.current = cell;
      show(slice);
    };
    current?.addEventListener(REVEAL, reveal);
    return () => current?.removeEventListener(REVEAL, reveal);
  }, [table]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell is there once its columns are
  useEffect(() => {
    const cell = wanted.current;
    wanted.current = null;
    if (cell) focusPlace(table.key, cell);
  }, [table, shown]);

  return { slices, shown, show, frame };
}
