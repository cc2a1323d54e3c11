import { placeIn } from "@/components/reports/tables/value-grid";
import { cellFormat } from "@/lib/format/cells";
import type { CellKey, TableFormat } from "@/lib/format/format";

type Way = "up" | "down" | "left" | "right";

/** A cell on, to the end of the row or column, or to the first or last cell of the table. */
export type Move = Way | `${Way}most` | "first" | "last";

/** The typed cells of a table, row by row as they are drawn; rows without any are left out. */
export function typedGrid(table: TableFormat): CellKey[][] {
  return table.bodyRows
    .map((row) =>
      row.flatMap(({ cell }) => (cell && !cellFormat(table, cell)?.sumOf ? [cell] : [])),
    )
    .filter((row) => row.length > 0);
}

/** The cell that a key leads to; null at the border. A shorter row takes its last cell. */
export function neighbour(grid: CellKey[][], from: CellKey, move: Move): CellKey | null {
  const place = placeIn(grid, from);
  if (!place) return null;
  const { x, y } = place;
  const inRow = (row: CellKey[] | undefined) => row?.[Math.min(x, row.length - 1)] ?? null;
  switch (move) {
    case "left":
      return grid[y]?.[x - 1] ?? null;
    case "right":
      return grid[y]?.[x + 1] ?? null;
    case "leftmost":
      return grid[y]?.[0] ?? null;
    case "rightmost":
      return grid[y]?.at(-1) ?? null;
    case "up":
    case "down":
      return inRow(grid[move === "up" ? y - 1 : y + 1]);
    case "upmost":
    case "downmost":
      return inRow(grid.at(move === "upmost" ? 0 : -1));
    case "first":
      return grid[0]?.[0] ?? null;
    case "last":
      return grid.at(-1)?.at(-1) ?? null;
  }
}

interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

interface Caret {
  selectionStart: number | null;
  selectionEnd: number | null;
  value: string;
}

const ways: Record<string, Way> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/**
 * What a key means in a cell, as in a spreadsheet; left, right, Home and End belong to the text
 * until the caret is at its end. With Shift an arrow extends what is chosen (`extends`).
 */
export function moveOf(event: Key, field: Caret): { move: Move; extends: boolean } | null {
  if (event.altKey) return null;
  const jumps = event.ctrlKey || event.metaKey;
  const { key, shiftKey } = event;
  if (key === "Enter") return jumps ? null : { move: shiftKey ? "up" : "down", extends: false };
  const way = ways[key];
  if (!isFree(key, shiftKey, field)) return null;
  if (way) return { move: jumps ? `${way}most` : way, extends: shiftKey };
  if (key === "Home") return { move: jumps ? "first" : "leftmost", extends: shiftKey };
  if (key === "End") return { move: jumps ? "last" : "rightmost", extends: shiftKey };
  return null;
}

/** Whether the text in the cell has no use for the key. */
function isFree(key: string, shiftKey: boolean, field: Caret): boolean {
  const { selectionStart, selectionEnd, value } = field;
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  if (key === "ArrowLeft" || key === "Home") return !shiftKey && selectionEnd === 0;
  if (key === "ArrowRight" || key === "End") return !shiftKey && selectionStart === value.length;
  return true;
}
