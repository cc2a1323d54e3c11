import { Dialog } from "@/components/ui/Dialog";
import { Disclosure } from "@/components/ui/Disclosure";
import { rowNotes2021 } from "@/lib/format/2021-notes";
import type { TableFormat } from "@/lib/format/format";

interface RowNotesDialogProps {
  table: TableFormat;
  /** First part of a cell's key; null for all rows. */
  row: string | null;
  onClose: () => void;
}

/** What counts in a row, and the article of the 条例 behind it. */
export function RowNotesDialog({ table, row, onClose }: RowNotesDialogProps) {
  const notes = Object.entries(rowNotes2021[table.key]).map(([key, note]) => ({
    ...note,
    key,
    label: table.cells.find((cell) => cell.key.split(".")[0] === key)?.row ?? "",
  }));
  const own = notes.find(({ key }) => key === row);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={own?.label ?? `${table.name}填报说明`}
      description="按《政府信息公开条例》逐行说明，供填报时参考。"
    >
      {own && <Note {...own} />}
      <Disclosure summary={own ? "本表全部各行" : "各行说明"} open={!own}>
        <dl className="space-y-3">
          {notes.map((note) => (
            <div key={note.key}>
              <dt className="text-sm font-bold">{note.label}</dt>
              <dd>
                <Note {...note} />
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </Dialog>
  );
}

function Note({ counts, articles }: { counts: string; articles: string }) {
  return (
    <>
      <p className="text-sm">{counts}</p>
      <p className="mb-2 text-xs text-muted">
        {articles ? `《条例》${articles}` : "《条例》没有单列条款"}
      </p>
    </>
  );
}
