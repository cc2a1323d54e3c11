import { fieldId } from "@/components/reports/drafting/place";
import { useFindings } from "@/components/reports/findings/findings-context";
import type { TableKey } from "@/lib/format/format";

/** Id of the words about what is wrong with a cell's value; nothing has it while nothing is. */
export function cellFindingsId(table: TableKey, cell: string): string {
  return `${fieldId(table, cell)}-found`;
}

/** 校核问题 of a table's cells, for a screen reader: each cell is described by its own. */
export function CellFindings({ table }: { table: TableKey }) {
  const { findings } = useFindings();
  const byCell = new Map<string, string[]>();
  for (const { section, cell, message } of findings) {
    if (section === table && cell) byCell.set(cell, [...(byCell.get(cell) ?? []), message]);
  }
  return (
    <div hidden>
      {[...byCell].map(([cell, messages]) => (
        <span key={cell} id={cellFindingsId(table, cell)}>
          {messages.join("；")}
        </span>
      ))}
    </div>
  );
}
