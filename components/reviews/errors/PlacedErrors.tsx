import { useEffect, useState } from "react";
import { PlacedErrorItem } from "@/components/reviews/errors/PlacedErrorItem";
import type { Errors } from "@/components/reviews/errors/use-errors";
import { useSelectedPlace } from "@/components/reviews/threads/use-selected-place";
import { Button } from "@/components/ui/Button";

interface PlacedErrorsProps {
  reportId: string;
  format: string;
  classes: [key: string, label: string][];
  gathered: Errors;
  /** The person wanted to send them: what is missing is marked. */
  asked: boolean;
}

const nowhere = { section: "", cell: "", quote: null };

/** 差错 at their places: words or a cell selected in the text offer to record one there. */
export function PlacedErrors({ gathered, ...rest }: PlacedErrorsProps) {
  const { errors, isKept, begin } = gathered;
  const { classes } = rest;
  const selected = useSelectedPlace();
  const [begun, setBegun] = useState<string | null>(null);

  // Once, when its fields are there: the next thing is to say what is wrong.
  useEffect(() => {
    if (begun) document.getElementById(`error-${begun}`)?.querySelector("select")?.focus();
  }, [begun]);

  function record(place: typeof nowhere | NonNullable<typeof selected>) {
    setBegun(begin(place, classes[0]?.[0] ?? "").id);
  }

  return (
    <section aria-label="差错" className="space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-sm font-bold">差错{errors.length > 0 && ` ${errors.length} 处`}</h3>
        <Button size="small" className="ml-auto" onClick={() => record(nowhere)}>
          记一处差错
        </Button>
      </div>
      {errors.length === 0 && (
        <p className="text-sm text-muted">
          在全文中选取有差错的字或数，随手记下；签署意见时一并送出。
        </p>
      )}
      {!isKept && (
        <p role="status" className="text-sm text-warning">
          浏览器没有地方保存记下的差错，请不要关闭这一页，尽快签署意见。
        </p>
      )}
      <ol className="space-y-3">
        {errors.map((error, index) => (
          <PlacedErrorItem key={error.id} no={index + 1} {...{ error, gathered }} {...rest} />
        ))}
      </ol>
      {selected && (
        // Above the offer of a 批注, which stands at the very bottom.
        <div className="fixed inset-x-0 bottom-16 z-20 flex justify-center">
          <Button
            tone="primary"
            // The selection stays while the button is pressed.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => record(selected)}
          >
            记为差错
          </Button>
        </div>
      )}
    </section>
  );
}
