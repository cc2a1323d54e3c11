"use client";

import { useCallback, useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { CarriedRow } from "@/components/reports/carrying/CarriedRow";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { CellFindings } from "@/components/reports/findings/CellFindings";
import { NOTES } from "@/components/reports/saving/section-text";
import { copyOut } from "@/components/reports/tables/copy-out";
import { FillZeros } from "@/components/reports/tables/FillZeros";
import { GridBar } from "@/components/reports/tables/GridBar";
import { MarkLegend } from "@/components/reports/tables/MarkLegend";
import { PasteReport } from "@/components/reports/tables/PasteReport";
import type { PastedBlock } from "@/components/reports/tables/paste-block";
import { RowNotesLoader } from "@/components/reports/tables/RowNotesLoader";
import { SliceField } from "@/components/reports/tables/SliceField";
import { TableFaults } from "@/components/reports/tables/TableFaults";
import { TableGrid } from "@/components/reports/tables/TableGrid";
import { inputValues, shown, tableResolver } from "@/components/reports/tables/table-form";
import { ALL_COLUMNS } from "@/components/reports/tables/table-slices";
import { useCellEdits } from "@/components/reports/tables/use-cell-edits";
import { useCellRange } from "@/components/reports/tables/use-cell-range";
import { useGridInput } from "@/components/reports/tables/use-grid-input";
import { useSlice } from "@/components/reports/tables/use-slice";
import { wholeBlock } from "@/components/reports/tables/value-grid";
import { classNames } from "@/components/ui/class-names";
import { cellsOf } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";
import type { Opening } from "@/lib/reports/openings/rules";

/** A table of the form: typed cell by cell, computed and balanced while typing. */
export function CellTable({ name, opening }: { name: TableKey; opening: Opening }) {
  const { draft, format, view } = useDraft();
  const table = format.tables[name];
  const readOnly = opening.length === 0;
  const [initial] = useState(() => ({
    resolver: tableResolver(table),
    defaultValues: inputValues(table, cellsOf(draft.sections(), name)),
  }));
  const form = useForm({ mode: "onTouched", ...initial, shouldFocusError: false });
  const { setValue, clearErrors } = form;
  const [words, say] = useState("");
  const [pasted, setPasted] = useState<PastedBlock | null>(null);
  const [isLastShown, setLastShown] = useState(false);
  const [explained, setExplained] = useState<{ row: string | null } | null>(null);
  const { slices, shown: columns, show, frame } = useSlice(table);
  const edits = useCellEdits(name, form);
  const range = useCellRange(table);
  const explain = (cell: string) => setExplained({ row: cell.split(".")[0] ?? null });
  const { undo, redo, handlers } = useGridInput({
    table,
    opening,
    edits,
    range,
    say,
    explain,
    onPasted: setPasted,
  });
  const lastCells = view.lastYear && cellsOf(view.lastYear, name);

  useEffect(
    () =>
      draft.onAdopt(name, (places, content) => {
        if (content.kind !== "table") return;
        const cells = places.filter((place) => place !== NOTES);
        clearErrors(cells);
        for (const cell of cells) setValue(cell, shown(content.cells[cell]));
      }),
    [draft, name, setValue, clearErrors],
  );

  const failNotes = useCallback(() => {
    setExplained(null);
    say("填报说明没有取到，请检查网络后再试。");
  }, []);

  function copy() {
    const isCopied = copyOut(wholeBlock(table, cellsOf(draft.sections(), name)));
    say(
      isCopied ? `已复制${table.name}全部内容。` : "浏览器不允许复制，请按 Ctrl+A、Ctrl+C 复制。",
    );
  }

  return (
    <div className="space-y-2">
      <GridBar
        {...{ readOnly, undo, redo, copy }}
        lastYear={lastCells && { shown: isLastShown, toggle: () => setLastShown(!isLastShown) }}
        explain={() => setExplained({ row: null })}
      />
      <SliceField slices={slices} shown={columns} onShow={show} />
      <CellFindings table={name} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the inputs inside */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: presses of the buttons inside */}
      <div
        {...handlers}
        onClick={({ target }) => {
          const button = target instanceof Element && target.closest<HTMLElement>("[data-row]");
          if (button) explain(button.dataset.row ?? "");
        }}
        ref={frame}
        className={classNames(
          "relative max-h-[85dvh] scroll-pt-32 scroll-pl-36 overflow-auto xl:max-h-none xl:overflow-visible",
          // With one column of values nothing scrolls sideways, and the page alone up and down.
          columns !== ALL_COLUMNS && "max-sm:max-h-none max-sm:overflow-visible",
        )}
      >
        <TableGrid
          {...{ table, form, opening, edits, columns }}
          lastYear={isLastShown ? lastCells : null}
        />
      </div>
      <MarkLegend table={name} />
      <p role="status" className="text-sm text-muted">
        {words}
      </p>
      {pasted && <PasteReport table={name} pasted={pasted} onClose={() => setPasted(null)} />}
      <TableFaults table={table} form={form} />
      {name === "applications" && <CarriedRow put={edits.put} opening={opening} />}
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          <FillZeros table={name} opening={opening} put={edits.put} />
        </div>
      )}
      {explained && (
        <RowNotesLoader
          table={table}
          row={explained.row}
          onClose={() => setExplained(null)}
          onFail={failNotes}
        />
      )}
    </div>
  );
}
