import { AnswerForm } from "@/components/reports/drafting/AnswerForm";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { fieldId, focusPlace } from "@/components/reports/drafting/place";
import { placeName } from "@/components/reports/place-name";
import { Badge } from "@/components/ui/Badge";
import { Callout } from "@/components/ui/Callout";
import type { ReturnedItem } from "@/lib/reports/drafting/rules";

/** 退回意见 on a section: each is answered before the report is submitted again. */
export function ReturnedItems({ items }: { items: ReturnedItem[] }) {
  const { view } = useDraft();
  return (
    <Callout tone="warning" title="退回意见">
      <ul className="space-y-2">
        {items.map((item) => (
          <li key={item.id}>
            <p>
              {item.errorLabel && (
                <>
                  <Badge tone="warning">{item.errorLabel}</Badge>{" "}
                </>
              )}
              {item.cell && <CellLink section={item.section} cell={item.cell} />}
              {item.words}
            </p>
            {item.correction && <p>应为：{item.correction}</p>}
            {view.editable.length > 0 && <AnswerForm item={item} />}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function CellLink({ section, cell }: { section: string; cell: string }) {
  const { format } = useDraft();
  return (
    <a
      href={`#${fieldId(section, cell)}`}
      onClick={(event) => {
        event.preventDefault();
        focusPlace(section, cell);
      }}
      className="mr-1 text-primary underline underline-offset-4"
    >
      {placeName(format.version, section, cell)}
    </a>
  );
}
