import type { LayoutCell, TableFormat } from "@/lib/format/format";

/** A drawn cell with its place in the grid and, for a value, the heads that speak for it. */
export interface PlacedCell {
  layout: LayoutCell;
  row: number;
  column: number;
  /** Names (`placeOf`) of the heads, outermost first: columns, then rows. */
  heads: string[];
}

/** Name of a cell by its place: what `heads` points to. */
export function placeOf(cell: PlacedCell): string {
  return `${cell.row}-${cell.column}`;
}

/**
 * Every cell of a table where it stands once merged heads are laid out, row by
 * row (heads first). A value's column heads are those of the nearest block of
 * head rows above it, since 表二 starts a new block for each 项.
 */
export function placeCells(table: TableFormat): PlacedCell[][] {
  const rows = place([...table.headRows, ...table.bodyRows]);
  for (const cell of rows.flat()) {
    if (cell.layout.cell) cell.heads = headsOf(rows, cell).map(placeOf);
  }
  return rows;
}

function place(layout: LayoutCell[][]): PlacedCell[][] {
  const taken = new Set<string>();
  return layout.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row}.${column}`)) column += 1;
      const placed = { layout: cell, row, column, heads: [] };
      for (let r = 0; r < (cell.rowSpan ?? 1); r += 1) {
        for (let c = 0; c < (cell.colSpan ?? 1); c += 1) taken.add(`${row + r}.${column + c}`);
      }
      return placed;
    });
  });
}

function headsOf(rows: PlacedCell[][], value: PlacedCell): PlacedCell[] {
  const all = rows.flat().filter((cell) => cell.layout.scope);
  const block = headBlock(rows, value.row);
  const columns = all.filter(
    (head) =>
      head.layout.scope?.startsWith("col") &&
      block.includes(head.row) &&
      overlaps(head.column, head.layout.colSpan, value.column, value.layout.colSpan),
  );
  const own = all.filter(
    (head) =>
      head.layout.scope?.startsWith("row") && overlaps(head.row, head.layout.rowSpan, value.row, 1),
  );
  return [...columns, ...own];
}

/** Rows without values that stand together nearest above a row. */
function headBlock(rows: PlacedCell[][], below: number): number[] {
  const isHead = (row: number) => !rows[row]?.some((cell) => cell.layout.cell);
  let last = below - 1;
  while (last >= 0 && !isHead(last)) last -= 1;
  let first = last;
  while (first > 0 && isHead(first - 1)) first -= 1;
  return last < 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function overlaps(a: number, aSpan = 1, b = 0, bSpan = 1): boolean {
  return a < b + bSpan && b < a + aSpan;
}
