import { CellChanges } from "@/components/reports/CellChanges";
import { ProseChange } from "@/components/reports/ProseChange";
import { amendedPlaces, type SectionAmendment } from "@/components/reviews/amending/amendment";
import { getFormat, type SectionContent } from "@/lib/format/content";

interface AmendedPlacesProps {
  format: string;
  amendment: SectionAmendment;
  present: SectionContent;
}

/** What is changed, against the text as it stands: prose word by word, a table cell by cell. */
export function AmendedPlaces({ format, amendment, present }: AmendedPlacesProps) {
  const places = amendedPlaces(getFormat(format), amendment, present);
  const cells = places.filter(({ cell }) => cell !== null);
  if (!places.length) return <p className="px-3 pb-2 text-muted">还没有改动。</p>;
  return (
    <>
      {cells.length > 0 && <CellChanges format={format} changes={cells} />}
      {places
        .filter(({ cell }) => cell === null)
        .map((place) => (
          <ProseChange key="prose" {...place} />
        ))}
    </>
  );
}
