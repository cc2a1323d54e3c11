import { LastYear } from "@/components/reports/carrying/LastYear";
import { OverviewCount } from "@/components/reports/drafting/OverviewCount";
import { ProseField } from "@/components/reports/drafting/ProseField";
import { sectionId } from "@/components/reports/drafting/place";
import { ReturnedItems } from "@/components/reports/drafting/ReturnedItems";
import { isOpenPlace, useOpening } from "@/components/reports/drafting/use-opening";
import { SectionPeople } from "@/components/reports/presence/SectionPeople";
import { SectionConflict } from "@/components/reports/saving/SectionConflict";
import { SectionRefusal } from "@/components/reports/saving/SectionRefusal";
import { NOTES, PROSE } from "@/components/reports/saving/section-text";
import { CellTable } from "@/components/reports/tables/CellTable";
import { paragraphsOf } from "@/lib/format/content";
import { isTableKey, type PartFormat, type SectionFormat } from "@/lib/format/format";
import type { DraftingView } from "@/lib/reports/drafting/rules";

interface PartFrameProps {
  part: PartFormat;
  view: DraftingView;
}

/** One of the six parts, or what stands before them, with its sections. */
export function PartFrame({ part, view }: PartFrameProps) {
  return (
    <div className="space-y-5 rounded-md border border-line bg-paper p-4">
      {part.heading && (
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="text-lg font-bold">{part.heading}</h2>
          {part.sections.some(({ key }) => key.startsWith("overview.")) && <OverviewCount />}
        </div>
      )}
      {part.sections.map((section) => (
        <SectionFrame key={section.key} {...{ section, part, view }} />
      ))}
    </div>
  );
}

function SectionFrame({ section, part, view }: PartFrameProps & { section: SectionFormat }) {
  const { key, optional } = section;
  const opening = useOpening(key);
  const isProseOpen = isOpenPlace(opening, section.kind === "prose" ? PROSE : NOTES);
  const Heading = part.heading ? "h3" : "h2";
  const items = view.returned.filter((item) => item.section === key);
  const title = section.heading ?? section.label;
  // The part's heading names its only text; a table is named by its caption.
  const isNamed = part.heading?.includes(section.label) || section.kind === "table";
  return (
    <section
      id={sectionId(key)}
      tabIndex={-1}
      aria-label={title}
      className="relative space-y-2 outline-none"
    >
      <SectionPeople section={key} />
      {!isNamed && (
        <Heading className="font-bold">
          {title}
          {optional && <span className="ml-2 text-xs font-normal text-muted">选填</span>}
        </Heading>
      )}
      {items.length > 0 && <ReturnedItems items={items} />}
      <SectionConflict section={key} />
      <SectionRefusal section={key} />
      {isTableKey(key) && <CellTable name={key} opening={opening} />}
      {/* A table without notes has nothing to show below it. */}
      {section.kind === "prose" ? (
        <LastYear section={section}>
          <ProseField section={section} readOnly={!isProseOpen} />
        </LastYear>
      ) : (
        (isProseOpen || paragraphsOf(view.sections, key).length > 0) && (
          <ProseField section={section} readOnly={!isProseOpen} />
        )
      )}
    </section>
  );
}
