import { useMemo, useState } from "react";
import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { useFindings } from "@/components/reports/findings/findings-context";
import type { SectionKey } from "@/lib/format/format";
import { changedPlaces, type Opening, withFindings } from "@/lib/reports/openings/rules";

/**
 * What of a section may be edited now. In 退回修改 places that were not returned open when a
 * correction elsewhere makes them wrong, as on the server; what was changed then stays open.
 */
export function useOpening(section: SectionKey): Opening {
  const { view, format } = useDraft();
  const { findings } = useFindings();
  const [isWidened, setWidened] = useState(false);
  const canWiden = view.draft === "RETURNED" && view.editable.length > 0;
  const known = view.openings[section] ?? none;
  const changed = useDraftValue(({ sections }) =>
    canWiden && known !== "all"
      ? changedPlaces(format, section, view.sections[section], sections()[section]).join(" ")
      : "",
  );
  const opening = useMemo(() => {
    if (!canWiden || known === "all") return known;
    const places = changed ? changed.split(" ") : [];
    return withFindings(format, section, [...known, ...places], findings);
  }, [canWiden, known, changed, format, section, findings]);
  // Somebody may be writing there already.
  if (canWiden && opening === "all" && !isWidened) setWidened(true);
  return canWiden && isWidened ? "all" : opening;
}

const none: Opening = [];

/** Whether a place (a cell, `notes`) is among what is open. */
export function isOpenPlace(opening: Opening, place: string): boolean {
  return opening === "all" || opening.includes(place);
}
