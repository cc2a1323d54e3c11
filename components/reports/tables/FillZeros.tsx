import { useEffect, useRef, useState } from "react";
import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { isOpenPlace } from "@/components/reports/drafting/use-opening";
import type { Draft } from "@/components/reports/saving/draft";
import type { Texts } from "@/components/reports/tables/edit-history";
import { Button } from "@/components/ui/Button";
import { cellsOf } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";
import { blankCells } from "@/lib/reports/completion/rules";
import type { Opening } from "@/lib/reports/openings/rules";

interface FillZerosProps {
  table: TableKey;
  opening: Opening;
  /** Puts texts into cells as if they had been typed, in one act. */
  put: (texts: Texts) => void;
}

/** “本表其余填 0”: one act that says how many cells it fills, and can be undone. */
export function FillZeros({ table, opening, put }: FillZerosProps) {
  const { draft, format } = useDraft();
  const [filled, setFilled] = useState<string[]>([]);
  const acted = useRef(false);
  const buttons = useRef<HTMLDivElement>(null);
  const blanksIn = ({ sections }: Draft) =>
    blankCells(format, table, sections()[table]).filter(({ key }) => isOpenPlace(opening, key));
  const blanks = useDraftValue((present) => blanksIn(present).length);
  // A cell that was typed over since then is the person's own.
  const undoable = useDraftValue(
    ({ sections }) =>
      filled.filter((cell) => cellsOf(sections(), table)[cell] === zeroOf(cell)).length,
  );

  // The button that was pressed is gone: a keyboard goes on from the one that came in its place.
  useEffect(() => {
    if (acted.current) buttons.current?.querySelector("button")?.focus();
    acted.current = false;
  });

  function zeroOf(cell: string) {
    const { kind } = format.tables[table].cells.find(({ key }) => key === cell) ?? {};
    return kind === "fee" ? "0" : 0;
  }

  function fill() {
    const cells = blanksIn(draft).map(({ key }) => key);
    put(Object.fromEntries(cells.map((cell) => [cell, "0"])));
    acted.current = true;
    setFilled(cells);
  }

  function undo() {
    const cells = filled.filter((c) => cellsOf(draft.sections(), table)[c] === zeroOf(c));
    put(Object.fromEntries(cells.map((cell) => [cell, ""])));
    acted.current = true;
    setFilled([]);
  }

  return (
    <div ref={buttons} className="flex flex-wrap gap-2">
      {blanks > 0 && (
        <Button size="small" onClick={fill}>
          本表其余 {blanks} 格填 0
        </Button>
      )}
      {undoable > 0 && (
        <Button size="small" tone="quiet" onClick={undo}>
          撤销填 0（{undoable} 格）
        </Button>
      )}
      <span role="status" className="sr-only">
        {filled.length > 0 ? `已有 ${filled.length} 格填为 0，可以撤销。` : ""}
      </span>
    </div>
  );
}
