import type { ClipboardEvent, FormEvent, KeyboardEvent } from "react";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { fieldId, isRevealed } from "@/components/reports/drafting/place";
import { isOpenPlace } from "@/components/reports/drafting/use-opening";
import { moveOf, neighbour, typedGrid } from "@/components/reports/tables/grid-moves";
import { htmlRows } from "@/components/reports/tables/html-rows";
import { layBlock, type PastedBlock } from "@/components/reports/tables/paste-block";
import { readBlock } from "@/components/reports/tables/read-block";
import type { CellEdits } from "@/components/reports/tables/use-cell-edits";
import type { CellRange } from "@/components/reports/tables/use-cell-range";
import { blockOf } from "@/components/reports/tables/value-grid";
import { cellFormat } from "@/lib/format/cells";
import { cellsOf } from "@/lib/format/content";
import type { CellKey, TableFormat } from "@/lib/format/format";
import type { Opening } from "@/lib/reports/openings/rules";

interface GridInputOptions {
  table: TableFormat;
  opening: Opening;
  edits: CellEdits;
  range: CellRange;
  say: (words: string) => void;
  /** The row of this cell is to be explained. */
  explain: (cell: CellKey) => void;
  onPasted: (pasted: PastedBlock) => void;
}

/** Keys and clipboard of a table, as a spreadsheet has them; the handlers of what holds its inputs. */
export function useGridInput(options: GridInputOptions) {
  const { table, opening, edits, range, say, explain, onPasted } = options;
  const { draft } = useDraft();
  const readOnly = opening.length === 0;
  const isOpen = (cell: CellKey) => isOpenPlace(opening, cell);

  function go(cell: CellKey | null) {
    const field = cell && document.getElementById(fieldId(table.key, cell));
    if (!(field instanceof HTMLInputElement) || !isRevealed(field, cell ?? "")) return;
    field.focus();
    // Also where it had the focus: its text was put in from elsewhere.
    field.select();
  }

  function step(taken: ReturnType<CellEdits["undo"]>, nothing: string) {
    range.clear();
    say(taken?.words ?? nothing);
    go(taken?.cell ?? null);
  }

  const undo = () => step(edits.undo(), "没有可以撤销的修改。");
  const redo = () => step(edits.redo(), "没有可以重做的修改。");

  function onKeyDown(event: KeyboardEvent) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const act = actOf(event, field) ?? moveAct(event, field);
    if (!act) {
      // Whatever else is typed begins something new; Ctrl+C still means what is chosen.
      if (!event.ctrlKey && !event.metaKey && event.key !== "Shift") range.clear();
      return;
    }
    event.preventDefault();
    act();
  }

  function actOf(event: KeyboardEvent, field: HTMLInputElement): (() => void) | null {
    const { key, shiftKey, altKey } = event;
    const letter = (event.ctrlKey || event.metaKey) && !altKey ? key.toLowerCase() : "";
    if (key === "F1") return () => explain(field.dataset.cell ?? "");
    if (letter === "a" && isWhole(field)) return chooseAll;
    if (readOnly) return null;
    if (letter === "z") return shiftKey ? redo : undo;
    if (letter === "y") return redo;
    if (range.cells().length === 0) return null;
    if (key === "Delete" || key === "Backspace") return empty;
    return key === "Escape" ? range.clear : null;
  }

  function moveAct(event: KeyboardEvent, field: HTMLInputElement): (() => void) | null {
    const move = moveOf(event, field);
    const from = field.dataset.cell ?? "";
    if (!move) return null;
    return () => {
      const to = neighbour(typedGrid(table), from, move.move);
      if (!to) return;
      if (move.extends) {
        range.extend(from, to);
        say(chosenWords(range.cells()));
      } else range.clear();
      go(to);
    };
  }

  function chooseAll() {
    range.all();
    say(chosenWords(range.cells()));
  }

  function empty() {
    const typed = range.cells().flatMap((row) => row.filter((c) => !cellFormat(table, c)?.sumOf));
    const open = typed.filter(isOpen);
    edits.put(Object.fromEntries(open.map((cell) => [cell, ""])));
    const closed = typed.length - open.length;
    say(`已清空 ${open.length} 格，可以撤销${closed ? `；${closed} 格没有被退回，没有动` : ""}。`);
  }

  function onBeforeInput(event: FormEvent & { data?: string }) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !/^[?？]$/.test(event.data ?? "")) return;
    event.preventDefault();
    explain(field.dataset.cell ?? "");
  }

  function onCopy(event: ClipboardEvent) {
    const cells = range.cells();
    if (cells.length === 0) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", blockOf(cellsOf(draft.sections(), table.key), cells));
    say(`已复制 ${cells.flat().length} 格。`);
  }

  function onPaste(event: ClipboardEvent) {
    const field = event.target;
    if (readOnly || !(field instanceof HTMLInputElement)) return;
    const data = event.clipboardData;
    const copied = { html: data.getData("text/html"), text: data.getData("text/plain") };
    const block = readBlock(copied, htmlRows);
    if (block.kind === "value") return;
    event.preventDefault();
    range.clear();
    if (block.kind === "refused") {
      say(`没有填入任何一格：${block.reason}。`);
      return;
    }
    const from = field.dataset.cell ?? "";
    const { key } = table;
    const cells = cellsOf(draft.sections(), key);
    const pasted = layBlock(table, cells, { rows: block.rows, from, isOpen });
    edits.put(pasted.texts);
    onPasted(pasted);
  }

  function onPointerDown() {
    range.clear();
  }

  return { undo, redo, handlers: { onKeyDown, onBeforeInput, onCopy, onPaste, onPointerDown } };
}

function isWhole({ value, selectionStart, selectionEnd }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
}

function chosenWords(cells: CellKey[][]): string {
  const columns = Math.max(0, ...cells.map((row) => row.length));
  return `已选 ${cells.length} 行 ${columns} 列，按 Ctrl+C 复制。`;
}
