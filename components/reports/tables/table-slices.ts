import { cellFormat } from "@/lib/format/cells";
import type { CellFormat, LayoutCell, TableFormat, TableKey } from "@/lib/format/format";

/**
 * Columns of a table that a phone shows at a time, in place of all: an applicant of 表三, a kind of
 * proceeding of 表四. 表二 has room as it is.
 */
export interface Slice {
  key: string;
  label: string;
}

/** In place of a slice's key: all columns, scrolled sideways. */
export const ALL_COLUMNS = "all";

/** What a head over several slices belongs to; it would stand over columns that are not there. */
const SEVERAL = "several";

const slicers: Partial<Record<TableKey, (cell: CellFormat) => Slice>> = {
  applications: ({ key, column }) => ({ key: key.split(".")[1] ?? "", label: column }),
  disputes: ({ key, row }) => ({ key: key.split(".")[0] ?? "", label: row }),
};

/** In the order of the columns; none for a table that is always shown whole. */
export function slicesOf(table: TableFormat): Slice[] {
  const slicer = slicers[table.key];
  if (!slicer) return [];
  return [...new Map(table.cells.map(slicer).map((slice) => [slice.key, slice])).values()];
}

/** The slice that a cell's value belongs to; null in a table without slices. */
export function sliceOfCell(table: TableFormat, key: string): string | null {
  const cell = cellFormat(table, key);
  return (cell && slicers[table.key]?.(cell).key) ?? null;
}

/** The slice that a drawn cell stands and falls with; null for what stands beside every slice. */
export function sliceOf(table: TableFormat, cell: LayoutCell): string | null {
  return memberships(table).get(cell) ?? null;
}

const known = new WeakMap<TableFormat, Map<LayoutCell, string>>();

function memberships(table: TableFormat): Map<LayoutCell, string> {
  const before = known.get(table);
  if (before) return before;
  const found = new Map<LayoutCell, string>();
  const places = placed([...table.headRows, ...table.bodyRows]);
  const sliceAt = new Map<number, string>();
  for (const { cell, from } of places) {
    const slice = cell.cell && sliceOfCell(table, cell.cell);
    if (!slice) continue;
    found.set(cell, slice);
    sliceAt.set(from, slice);
  }
  for (const { cell, from, to } of places) {
    const covered = new Set<string>();
    for (let x = from; x < to; x++) if (sliceAt.has(x)) covered.add(sliceAt.get(x) ?? "");
    const [only] = covered;
    if (only) found.set(cell, covered.size > 1 ? SEVERAL : only);
  }
  known.set(table, found);
  return found;
}

/** Each drawn cell with the columns that it covers, half open. */
function placed(rows: LayoutCell[][]): { cell: LayoutCell; from: number; to: number }[] {
  const taken: Set<number>[] = rows.map(() => new Set());
  return rows.flatMap((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while (taken[y]?.has(x)) x += 1;
      const from = x;
      x += cell.colSpan ?? 1;
      for (let down = 0; down < (cell.rowSpan ?? 1); down++) {
        for (let right = from; right < x; right++) taken[y + down]?.add(right);
      }
      return { cell, from, to: x };
    });
  });
}
