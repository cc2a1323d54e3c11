"use client";

import { type KeyboardEvent, useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { CarriedRow } from "@/components/reports/carrying/CarriedRow";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { fieldId } from "@/components/reports/drafting/place";
import { FillZeros } from "@/components/reports/tables/FillZeros";
import { moveOf, neighbour, typedGrid } from "@/components/reports/tables/grid-moves";
import { TableFaults } from "@/components/reports/tables/TableFaults";
import { TableGrid } from "@/components/reports/tables/TableGrid";
import { inputValues, shown, tableResolver } from "@/components/reports/tables/table-form";
import { cellsOf } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";

/** A table of the form: typed cell by cell, computed and balanced while typing. */
export function CellTable({ name, readOnly }: { name: TableKey; readOnly: boolean }) {
  const { draft, format } = useDraft();
  const table = format.tables[name];
  const [initial] = useState(() => ({
    resolver: tableResolver(table),
    defaultValues: inputValues(table, cellsOf(draft.sections(), name)),
    grid: typedGrid(table),
  }));
  const { resolver, defaultValues, grid } = initial;
  const form = useForm({ mode: "onTouched", resolver, defaultValues, shouldFocusError: false });
  const { setValue, clearErrors } = form;

  useEffect(
    () =>
      draft.onAdopt(name, (places, content) => {
        if (content.kind !== "table") return;
        clearErrors(places);
        for (const cell of places) setValue(cell, shown(content.cells[cell]));
      }),
    [draft, name, setValue, clearErrors],
  );

  function put(cells: string[], text: string) {
    for (const cell of cells) setValue(cell, text);
    draft.typeCells(name, Object.fromEntries(cells.map((cell) => [cell, text])));
  }

  function onKeyDown(event: KeyboardEvent) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const move = moveOf(event, field);
    if (!move) return;
    event.preventDefault();
    const next = neighbour(grid, field.dataset.cell ?? "", move);
    if (next) document.getElementById(fieldId(name, next))?.focus();
  }

  return (
    <div className="space-y-2">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the inputs inside */}
      <div
        onKeyDown={onKeyDown}
        className="relative max-h-[85dvh] scroll-pt-32 scroll-pl-36 overflow-auto xl:max-h-none xl:overflow-visible"
      >
        <TableGrid table={table} form={form} readOnly={readOnly} />
      </div>
      <TableFaults table={table} form={form} />
      {name === "applications" && <CarriedRow put={put} readOnly={readOnly} />}
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          <FillZeros table={name} put={put} />
        </div>
      )}
    </div>
  );
}
