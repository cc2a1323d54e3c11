import { cellFormat } from "@/lib/format/cells";
import type { CellKey, TableFormat } from "@/lib/format/format";

export type Move = "up" | "down" | "left" | "right";

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
  const y = grid.findIndex((row) => row.includes(from));
  const x = grid[y]?.indexOf(from) ?? -1;
  if (move === "left") return grid[y]?.[x - 1] ?? null;
  if (move === "right") return grid[y]?.[x + 1] ?? null;
  const row = grid[move === "up" ? y - 1 : y + 1];
  return row?.[Math.min(x, row.length - 1)] ?? null;
}

/** What a key means in a cell; left and right belong to the text until the caret is at its end. */
export function moveOf(
  event: { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean },
  field: { selectionStart: number | null; selectionEnd: number | null; value: string },
): Move | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const { selectionStart, selectionEnd, value } = field;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  switch (event.key) {
    case "Enter":
      return event.shiftKey ? "up" : "down";
    case "ArrowUp":
      return "up";
    case "ArrowDown":
      return "down";
    case "ArrowLeft":
      return !event.shiftKey && (isWhole || selectionEnd === 0) ? "left" : null;
    case "ArrowRight":
      return !event.shiftKey && (isWhole || selectionStart === value.length) ? "right" : null;
    default:
      return null;
  }
}
