import type { PlacedError } from "@/components/reviews/errors/placed-errors";
import { useBook } from "@/components/reviews/gathering/use-book";
import type { ThreadPlace } from "@/components/reviews/threads/thread-place";

/** The 差错 that the person is gathering, until they are sent with a decision. */
export function useErrors(userId: string, reportId: string) {
  const { rows: errors, ...book } = useBook<PlacedError>({ userId, reportId, kind: "errors" });

  function begin(place: ThreadPlace, errorClass: string): PlacedError {
    const at = Date.now();
    const id = `${at}-${Math.random().toString(36).slice(2)}`;
    const byHand = place.section === "";
    const error = { id, at, place, byHand, errorClass, correction: "", words: "" };
    book.put(error);
    return error;
  }

  return { errors, begin, ...book };
}

export type Errors = ReturnType<typeof useErrors>;
