import { LastYear } from "@/components/reports/carrying/LastYear";
import { OverviewCount } from "@/components/reports/drafting/OverviewCount";
import { ProseField } from "@/components/reports/drafting/ProseField";
import { fieldId, focusPlace, sectionId } from "@/components/reports/drafting/place";
import { useEditable } from "@/components/reports/drafting/use-editable";
import { placeName } from "@/components/reports/place-name";
import { SectionPeople } from "@/components/reports/presence/SectionPeople";
import { SectionConflict } from "@/components/reports/saving/SectionConflict";
import { SectionRefusal } from "@/components/reports/saving/SectionRefusal";
import { CellTable } from "@/components/reports/tables/CellTable";
import { Callout } from "@/components/ui/Callout";
import { paragraphsOf } from "@/lib/format/content";
import {
  isTableKey,
  type PartFormat,
  type ReportFormat,
  type SectionFormat,
} from "@/lib/format/format";
import type { DraftingView, ReturnedItem } from "@/lib/reports/drafting/rules";

interface PartFrameProps {
  part: PartFormat;
  format: ReportFormat;
  view: DraftingView;
}

/** One of the six parts, or what stands before them, with its sections. */
export function PartFrame({ part, format, view }: PartFrameProps) {
  return (
    <div className="space-y-5 rounded-md border border-line bg-paper p-4">
      {part.heading && (
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="text-lg font-bold">{part.heading}</h2>
          {part.sections.some(({ key }) => key.startsWith("overview.")) && <OverviewCount />}
        </div>
      )}
      {part.sections.map((section) => (
        <SectionFrame key={section.key} {...{ section, part, format, view }} />
      ))}
    </div>
  );
}

function SectionFrame({
  section,
  part,
  format,
  view,
}: PartFrameProps & { section: SectionFormat }) {
  const { key, optional } = section;
  const isEditable = useEditable(key);
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
      {items.length > 0 && <ReturnedItems items={items} format={format} />}
      <SectionConflict section={key} />
      <SectionRefusal section={key} />
      {isTableKey(key) && <CellTable name={key} readOnly={!isEditable} />}
      {/* A table without notes has nothing to show below it. */}
      {section.kind === "prose" ? (
        <LastYear section={section}>
          <ProseField section={section} readOnly={!isEditable} />
        </LastYear>
      ) : (
        (isEditable || paragraphsOf(view.sections, key).length > 0) && (
          <ProseField section={section} readOnly={!isEditable} />
        )
      )}
    </section>
  );
}

function ReturnedItems({ items, format }: { items: ReturnedItem[]; format: ReportFormat }) {
  return (
    <Callout tone="warning" title="退回意见">
      <ul className="list-disc pl-5">
        {items.map((item) => (
          <li key={`${item.cell} ${item.words}`}>
            {item.cell && (
              <a
                href={`#${fieldId(item.section, item.cell)}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusPlace(item.section, item.cell);
                }}
                className="mr-1 text-primary underline underline-offset-4"
              >
                {placeName(format.version, item.section, item.cell)}
              </a>
            )}
            {item.words}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
