import { focusPlace } from "@/components/reports/drafting/place";
import type { PastedBlock } from "@/components/reports/tables/paste-block";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import type { TableKey } from "@/lib/format/format";

interface PasteReportProps {
  table: TableKey;
  pasted: PastedBlock;
  onClose: () => void;
}

/** What a paste filled in, and each cell that it did not. */
export function PasteReport({ table, pasted, onClose }: PasteReportProps) {
  const { texts, refused, differences, emptied } = pasted;
  const filled = Object.keys(texts).length;
  return (
    <Callout
      live
      tone={refused.length > 0 ? "warning" : "info"}
      title={`粘贴：填入 ${filled} 格${emptied ? `（其中 ${emptied} 格清空）` : ""}，没有填入 ${refused.length} 格。`}
      actions={
        <Button size="small" onClick={onClose}>
          知道了
        </Button>
      }
    >
      <Notes table={table} title="没有填入" notes={refused} />
      <Notes table={table} title="与系统计算或表上文字不同" notes={differences} />
    </Callout>
  );
}

function Notes({
  table,
  title,
  notes,
}: {
  table: TableKey;
  title: string;
  notes: PastedBlock["refused"];
}) {
  if (notes.length === 0) return null;
  return (
    <>
      <p className="mt-1 font-bold">
        {title}（{notes.length}）
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys */}
      <ul aria-label={title} tabIndex={0} className="max-h-60 list-disc overflow-y-auto pl-5">
        {notes.map(({ cell, words }) => (
          <li key={words}>
            {cell ? (
              <button
                type="button"
                className="text-left underline underline-offset-4"
                onClick={() => focusPlace(table, cell)}
              >
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
