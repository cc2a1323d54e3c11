import { useEffect, useRef, useState } from "react";
import type { SectionAmendment } from "@/components/reviews/amending/amendment";
import { Button } from "@/components/ui/Button";
import { SelectField } from "@/components/ui/SelectField";
import { TextField } from "@/components/ui/TextField";
import { cellFormat, cellName, parseCell, typedCells } from "@/lib/format/cells";
import type { SectionContent } from "@/lib/format/content";
import type { CellValue, TableFormat } from "@/lib/format/format";

interface AmendCellsProps {
  table: TableFormat;
  amendment: SectionAmendment;
  present: SectionContent;
  onChange: (amendment: SectionAmendment) => void;
}

/** The cells that are to be changed, one by one; the rest of the table stays out of sight. */
export function AmendCells({ table, amendment, present, onChange }: AmendCellsProps) {
  const { cells } = amendment;
  const values = present.kind === "table" ? present.cells : {};
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const rest = typedCells(table).filter(({ key }) => !cells[key]);

  // The list stays where it was: a keyboard goes on in the cell that was chosen.
  useEffect(() => {
    if (chosen) frame.current?.querySelector<HTMLElement>(`[data-cell="${chosen}"]`)?.focus();
  }, [chosen]);

  function choose(key: string) {
    setChosen(key);
    const base = values[key] ?? null;
    const text = base === null ? "" : String(base);
    onChange({ ...amendment, cells: { ...cells, [key]: { text, base } } });
  }

  function write(key: string, text: string) {
    const base = cells[key]?.base ?? null;
    onChange({ ...amendment, cells: { ...cells, [key]: { text, base } } });
  }

  function leave(key: string) {
    const { [key]: _, ...others } = cells;
    onChange({ ...amendment, cells: others });
  }

  return (
    <div ref={frame} className="space-y-2">
      {Object.entries(cells).map(([key, { text }]) => {
        const cell = cellFormat(table, key);
        if (!cell) return null;
        const parsed = parseCell(cell.kind, text);
        return (
          <div key={key} className="flex items-center gap-2">
            <div className="min-w-0 flex-1">
              <TextField
                data-cell={key}
                label={cellName(cell)}
                hint={`现在是 ${shown(values[key])}`}
                inputMode={cell.kind === "count" ? "numeric" : "decimal"}
                maxLength={40}
                value={text}
                error={parsed.ok ? undefined : parsed.reason}
                onChange={(event) => write(key, event.target.value)}
              />
            </div>
            <Button tone="quiet" aria-label={`不改${cellName(cell)}`} onClick={() => leave(key)}>
              不改
            </Button>
          </div>
        );
      })}
      <SelectField
        label={Object.keys(cells).length ? "再改一格" : "改哪一格"}
        value=""
        onChange={(event) => event.target.value && choose(event.target.value)}
      >
        <option value="">请选择</option>
        {rest.map((cell) => (
          <option key={cell.key} value={cell.key}>
            {cellName(cell)}：{shown(values[cell.key])}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

function shown(value: CellValue | undefined): string {
  return value === null || value === undefined ? "空白" : String(value);
}
