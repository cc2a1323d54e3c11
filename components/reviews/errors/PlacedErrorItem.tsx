import { useRouter } from "next/navigation";
import { placeName } from "@/components/reports/place-name";
import { errorProblem, type PlacedError } from "@/components/reviews/errors/placed-errors";
import type { Errors } from "@/components/reviews/errors/use-errors";
import { PlaceFields } from "@/components/reviews/threads/PlaceFields";
import { showPlace } from "@/components/reviews/threads/thread-place";
import { Button } from "@/components/ui/Button";
import { SelectField } from "@/components/ui/SelectField";
import { TextField } from "@/components/ui/TextField";
import { getFormat } from "@/lib/format/content";

interface PlacedErrorItemProps {
  /** From 1. */
  no: number;
  reportId: string;
  format: string;
  classes: [key: string, label: string][];
  error: PlacedError;
  gathered: Errors;
  asked: boolean;
}

/** One 差错: where, of which class, what it should say, and a word about it. */
export function PlacedErrorItem(props: PlacedErrorItemProps) {
  const { no, format, classes, error, gathered, asked } = props;
  const problem = asked ? errorProblem(getFormat(format), error) : null;
  const change = (changes: Partial<PlacedError>) => gathered.put({ ...error, ...changes });
  return (
    <li id={`error-${error.id}`}>
      <fieldset className="space-y-2 border-l-4 border-primary-line pl-3">
        <legend className="sr-only">第 {no} 处差错</legend>
        {error.byHand ? (
          <PlaceFields
            label="差错所在的部分"
            format={format}
            place={error.place}
            onChange={(place) => change({ place })}
          />
        ) : (
          <Place {...props} />
        )}
        <SelectField
          label="类别"
          value={error.errorClass}
          onChange={(event) => change({ errorClass: event.target.value })}
        >
          {classes.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          label="应为"
          maxLength={500}
          autoComplete="off"
          value={error.correction}
          error={problem ?? undefined}
          onChange={(event) => change({ correction: event.target.value })}
        />
        <TextField
          label="说明（选填）"
          maxLength={2000}
          autoComplete="off"
          value={error.words}
          onChange={(event) => change({ words: event.target.value })}
        />
        <Button size="small" tone="quiet" onClick={() => gathered.remove([error.id])}>
          删去这一处
        </Button>
      </fieldset>
    </li>
  );
}

function Place({ reportId, format, error }: PlacedErrorItemProps) {
  const router = useRouter();
  const { section, cell, quote } = error.place;

  function show() {
    const end = quote && { ...quote, end: quote.start + quote.text.length, changed: false };
    const place = { section, cell: cell || null, quote: end && { place: end } };
    if (!showPlace(place)) router.push(`/desk/reviews/${reportId}?tab=text#section-${section}`);
  }

  return (
    <div className="space-y-1 text-sm">
      <button
        type="button"
        onClick={show}
        className="py-0.5 text-left text-primary underline underline-offset-4 pointer-coarse:py-2"
      >
        {placeName(format, section, cell || null)}
      </button>
      {quote && (
        <blockquote className="rounded-sm bg-sunken px-2 py-1 break-words">{quote.text}</blockquote>
      )}
    </div>
  );
}
