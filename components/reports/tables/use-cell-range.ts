import { useState } from "react";
import { fieldId } from "@/components/reports/drafting/place";
import { rangeBetween, valueGrid } from "@/components/reports/tables/value-grid";
import type { CellKey, TableFormat } from "@/lib/format/format";

/** A rectangle of cells, chosen with Shift and the arrows. */
export interface CellRange {
  /** Row by row, computed cells included; empty where none is chosen. */
  cells: () => CellKey[][];
  /** Chooses from the first cell of the choice, or from `from`, to `to`. */
  extend: (from: CellKey, to: CellKey) => void;
  all: () => void;
  clear: () => void;
}

/** Marked on the page itself: choosing draws no cell again. */
export function useCellRange(table: TableFormat): CellRange {
  const [range] = useState(() => createRange(table));
  return range;
}

function createRange(table: TableFormat): CellRange {
  const grid = valueGrid(table);
  let anchor: CellKey | null = null;
  let cells: CellKey[][] = [];

  function choose(next: CellKey[][]) {
    for (const key of cells.flat()) mark(key, false);
    cells = next;
    for (const key of cells.flat()) mark(key, true);
  }

  function mark(key: CellKey, isChosen: boolean) {
    const place = document.getElementById(fieldId(table.key, key))?.closest("td");
    place?.toggleAttribute("data-chosen", isChosen);
  }

  return {
    cells: () => cells,
    extend(from, to) {
      anchor ??= from;
      choose(rangeBetween(grid, anchor, to));
    },
    all() {
      choose(grid);
    },
    clear() {
      anchor = null;
      choose([]);
    },
  };
}
