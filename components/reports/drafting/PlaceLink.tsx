import { fieldId, focusPlace, sectionId } from "@/components/reports/drafting/place";
import { placeName } from "@/components/reports/place-name";

interface PlaceLinkProps {
  /** Version of the format. */
  format: string;
  section: string;
  cell: string | null;
}

/** The name of a section or a cell, as a way to it. */
export function PlaceLink({ format, section, cell }: PlaceLinkProps) {
  return (
    <a
      href={`#${cell ? fieldId(section, cell) : sectionId(section)}`}
      onClick={(event) => {
        event.preventDefault();
        focusPlace(section, cell);
      }}
      className="text-primary underline underline-offset-4"
    >
      {placeName(format, section, cell)}
    </a>
  );
}
