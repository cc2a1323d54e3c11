import { DataTable } from "@/components/ui/DataTable";
import { VisuallyHidden } from "@/components/ui/VisuallyHidden";
import { cellFormat } from "@/lib/format/cells";
import { getFormat } from "@/lib/format/content";
import { isTableKey } from "@/lib/format/format";
import type { Change } from "@/lib/reports/revisions/rules";

/** Cells of one table that differ, each with what it was and what it is. */
export function CellChanges({ format, changes }: { format: string; changes: Change[] }) {
  return (
    <DataTable caption={`${changes[0]?.label ?? ""}改动的单元格`} captionHidden>
      <thead>
        <tr>
          <th scope="col">行</th>
          <th scope="col">列</th>
          <th scope="col" className="text-right">
            原来
          </th>
          <th scope="col" className="text-right">
            现在
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <CellChange key={change.cell} format={format} change={change} />
        ))}
      </tbody>
    </DataTable>
  );
}

function CellChange({ format, change }: { format: string; change: Change }) {
  const { section, cell, before, after } = change;
  const place = isTableKey(section) && cellFormat(getFormat(format).tables[section], cell ?? "");
  return (
    <tr>
      <td>{place ? place.row : cell}</td>
      <td>{place ? place.column : ""}</td>
      <td className="text-right">
        <del className="bg-danger-soft px-1 text-danger">{before ?? <Blank />}</del>
      </td>
      <td className="text-right">
        <ins className="bg-success-soft px-1 text-success">{after ?? <Blank />}</ins>
      </td>
    </tr>
  );
}

function Blank() {
  return (
    <>
      <span aria-hidden="true">—</span>
      <VisuallyHidden>空</VisuallyHidden>
    </>
  );
}
