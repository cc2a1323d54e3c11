import { useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { useDraft } from "@/components/reports/drafting/draft-context";
import {
  close,
  type EditHistory,
  emptyHistory,
  record,
  redo,
  type Texts,
  undo,
} from "@/components/reports/tables/edit-history";
import { shown } from "@/components/reports/tables/table-form";
import { cellFormat, parseCell } from "@/lib/format/cells";
import { cellsOf } from "@/lib/format/content";
import type { CellKey, TableKey } from "@/lib/format/format";

/** Every change of a table's cells goes through here, so that it can be taken back. */
export interface CellEdits {
  /** A letter typed into one cell. */
  type: (cell: CellKey, text: string) => void;
  /** Several cells in one act. */
  put: (texts: Texts) => void;
  /** The person goes to another cell. */
  leave: () => void;
  /** Each answers what to say, null where there is nothing to take back or do again. */
  undo: () => { words: string; cell: CellKey | null } | null;
  redo: () => { words: string; cell: CellKey | null } | null;
}

export function useCellEdits(table: TableKey, form: UseFormReturn<FieldValues>): CellEdits {
  const { draft, format } = useDraft();
  const [edits] = useState(() => createEdits());
  return edits;

  function createEdits(): CellEdits {
    let history: EditHistory = emptyHistory;
    const textOf = (cell: CellKey) => shown(cellsOf(draft.sections(), table)[cell]);

    function isStill(cell: CellKey, text: string): boolean {
      const { kind = "count" } = cellFormat(format.tables[table], cell) ?? {};
      const parsed = parseCell(kind, text);
      return textOf(cell) === (parsed.ok ? shown(parsed.value) : text);
    }

    function show(texts: Texts) {
      const cells = Object.keys(texts);
      form.clearErrors(cells);
      for (const cell of cells) form.setValue(cell, texts[cell]);
      draft.typeCells(table, texts);
      const refused = cells.filter((cell) => draft.problem(table, cell));
      if (refused.length > 0) form.trigger(refused);
    }

    function before(texts: Texts): Texts {
      return Object.fromEntries(Object.keys(texts).map((cell) => [cell, textOf(cell)]));
    }

    function step(move: typeof undo, name: string) {
      const taken = move(history, isStill);
      if (!taken) return null;
      history = taken.history;
      const cells = Object.keys(taken.texts);
      if (cells.length > 0) show(taken.texts);
      const kept = taken.kept.length;
      const rest = kept ? `，${kept} 格后来又改过，保持现在的内容` : "";
      return { words: `${name} ${cells.length} 格${rest}。`, cell: cells[0] ?? null };
    }

    return {
      type(cell, text) {
        const after = { [cell]: text };
        history = record(history, { before: before(after), after }, true);
        draft.typeCells(table, after);
      },
      put(texts) {
        history = record(history, { before: before(texts), after: texts });
        show(texts);
      },
      leave() {
        history = close(history);
      },
      undo: () => step(undo, "已撤销"),
      redo: () => step(redo, "已重做"),
    };
  }
}
