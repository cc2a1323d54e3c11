import { useDraftValue } from "@/components/reports/drafting/draft-context";
import { paragraphsOf } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import { countCharacters, MAX_OVERVIEW } from "@/lib/format/prose";

/** 字数 of section one, counting along; over the limit is a matter of principle, not a fault. */
export function OverviewCount() {
  const count = useDraftValue(({ sections }) =>
    (Object.keys(sections()) as SectionKey[])
      .filter((key) => key.startsWith("overview."))
      .reduce((sum, key) => sum + countCharacters(paragraphsOf(sections(), key)), 0),
  );
  const isOver = count > MAX_OVERVIEW;
  return (
    <p className={`text-sm tabular-nums ${isOver ? "font-bold text-warning" : "text-muted"}`}>
      字数 {count} / {MAX_OVERVIEW}
      {isOver && "，原则上不超过一千字"}
    </p>
  );
}
