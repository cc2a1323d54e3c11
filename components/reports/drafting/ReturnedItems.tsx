import { AnswerForm } from "@/components/reports/drafting/AnswerForm";
import { Correction } from "@/components/reports/drafting/Correction";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { PlaceLink } from "@/components/reports/drafting/PlaceLink";
import { Badge } from "@/components/ui/Badge";
import { Callout } from "@/components/ui/Callout";
import type { ReturnedItem } from "@/lib/reports/drafting/rules";
import { correctionWords } from "@/lib/reviews/decisions/rules";

/** 退回意见 on a section: each is answered before the report is submitted again. */
export function ReturnedItems({ items }: { items: ReturnedItem[] }) {
  const { format, view } = useDraft();
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
              {item.cell && (
                <>
                  <PlaceLink format={format.version} section={item.section} cell={item.cell} />{" "}
                </>
              )}
              {item.words !== correctionWords(item.correction ?? "") && item.words}
            </p>
            {item.correction !== null && <Correction item={item} />}
            {view.editable.length > 0 && <AnswerForm item={item} />}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
