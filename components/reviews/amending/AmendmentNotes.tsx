import { placeName } from "@/components/reports/place-name";
import { formatInstant } from "@/components/ui/format-time";
import { Panel } from "@/components/ui/Panel";
import type { AmendmentFact } from "@/lib/reviews/schema";

interface AmendmentNotesProps {
  format: string;
  amendments: AmendmentFact[];
}

/** 本次送审中的改稿: which reviewer changed which section himself, and why. */
export function AmendmentNotes({ format, amendments }: AmendmentNotesProps) {
  return (
    <Panel title="本次送审中的改稿">
      <ul className="space-y-2 text-sm">
        {amendments.map(({ section, actorName, reason, at }) => (
          <li key={`${section} ${at}`}>
            <span className="font-bold">{actorName}</span>{" "}
            <time dateTime={at} className="text-muted">
              {formatInstant(new Date(at))}
            </time>{" "}
            改了“{placeName(format, section, null)}”：{reason}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
