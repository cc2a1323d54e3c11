import { plain, withoutHeads } from "@/components/reports/tables/block-labels";
import { shown } from "@/components/reports/tables/table-form";
import { placeIn, valueGrid } from "@/components/reports/tables/value-grid";
import { cellFormat, cellName, parseCell, withTotals } from "@/lib/format/cells";
import type { CellFormat, CellKey, Cells, TableFormat } from "@/lib/format/format";

/** A cell of the block with what is said about it; `cell` is null outside of the table. */
interface BlockNote {
  cell: CellKey | null;
  words: string;
}

/** What a block does to a table. */
export interface PastedBlock {
  /** What is typed, as text. */
  texts: Record<CellKey, string>;
  /** Cells of the block that fill nothing. */
  refused: BlockNote[];
  /** Computed cells where the block says something else; names that differ. */
  differences: BlockNote[];
  /** How many cells lose their value to a blank one of the block. */
  emptied: number;
}

interface Block {
  rows: string[][];
  /** Its first cell. */
  from: CellKey;
  /** Whether a cell may be changed; left out, all may. */
  isOpen?: (cell: CellKey) => boolean;
}

/**
 * Lays a block on the table from a cell on. Every cell of it is filled in, found equal, or
 * named; a computed cell is compared and never typed.
 */
export function layBlock(
  table: TableFormat,
  cells: Cells,
  { rows, from, isOpen = () => true }: Block,
): PastedBlock {
  const grid = valueGrid(table);
  const start = placeIn(grid, from);
  const out: PastedBlock = { texts: {}, refused: [], differences: [], emptied: 0 };
  if (!start) return out;
  const computed: { cell: CellFormat; text: string }[] = [];
  withoutHeads(table, rows).forEach(({ name, values, line, heads }, down) => {
    const targets = grid[start.y + down] ?? [];
    const expected = cellFormat(table, targets[0] ?? "")?.row;
    const wrong = expected && name !== null ? wrongName(table, name, expected) : null;
    if (wrong === "strange") out.differences.push(strangeName(targets[0], name, expected));
    values.forEach((raw, right) => {
      const key = targets[start.x + right];
      const cell = key ? cellFormat(table, key) : undefined;
      const text = raw.trim();
      if (!cell) {
        const words = `粘贴内容第 ${line} 行第 ${heads + right + 1} 列（${quoted(text)}）：超出表格`;
        if (text) out.refused.push({ cell: null, words });
      } else if (wrong === "other") {
        const words = `${cellName(cell)}：粘贴内容这一行是${quoted(name ?? "")}，位置不对`;
        out.refused.push({ cell: cell.key, words });
      } else if (cell.sumOf) {
        if (text) computed.push({ cell, text });
      } else if (isOpen(cell.key)) fill(out, cells, cell, text);
      else if (!isSame(cell, cells, text)) {
        const words = `${cellName(cell)}（${quoted(text)}）：没有被退回，不能修改`;
        out.refused.push({ cell: cell.key, words });
      }
    });
  });
  out.differences.push(...compared(table, { ...cells, ...legal(table, out.texts) }, computed));
  return out;
}

function fill(out: PastedBlock, cells: Cells, cell: CellFormat, text: string) {
  const parsed = parseCell(cell.kind, text);
  if (!parsed.ok) {
    const words = `${cellName(cell)}（${quoted(text)}）：${parsed.reason}`;
    out.refused.push({ cell: cell.key, words });
    return;
  }
  out.texts[cell.key] = shown(parsed.value);
  if (parsed.value === null && shown(cells[cell.key]) !== "") out.emptied += 1;
}

function isSame(cell: CellFormat, cells: Cells, text: string): boolean {
  const parsed = parseCell(cell.kind, text);
  return parsed.ok && parsed.value === (cells[cell.key] ?? null);
}

function compared(
  table: TableFormat,
  typed: Cells,
  computed: { cell: CellFormat; text: string }[],
): BlockNote[] {
  const totals = withTotals(table, typed);
  return computed.flatMap(({ cell, text }) => {
    const parsed = parseCell(cell.kind, text);
    const total = totals[cell.key] ?? null;
    if (parsed.ok && parsed.value === total) return [];
    const ours = total === null ? "空白" : total;
    const words = `${cellName(cell)}：粘贴内容是${quoted(text)}，系统计算为 ${ours}`;
    return [{ cell: cell.key, words }];
  });
}

function legal(table: TableFormat, texts: Record<CellKey, string>): Cells {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      const parsed = parseCell(cellFormat(table, key)?.kind ?? "count", text);
      return [key, parsed.ok ? parsed.value : null];
    }),
  );
}

/** The name of another row of this table stands against it; an unknown name is only told. */
function wrongName(table: TableFormat, name: string, expected: string): "other" | "strange" | null {
  if (plain(name) === plain(expected)) return null;
  return table.cells.some((cell) => plain(cell.row) === plain(name)) ? "other" : "strange";
}

function strangeName(cell: CellKey | undefined, name: string | null, expected = ""): BlockNote {
  const words = `「${expected}」行：粘贴内容写作${quoted(name ?? "")}，已按位置填入，请核对`;
  return { cell: cell ?? null, words };
}

/** A text of somebody else in our sentence: short, and without what would turn the line around. */
function quoted(text: string): string {
  const clean = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "�");
  return `“${[...clean].slice(0, 20).join("")}${[...clean].length > 20 ? "…" : ""}”`;
}
