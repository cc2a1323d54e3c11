import { useEffect, useState, useSyncExternalStore } from "react";
import { createErrorBook } from "@/components/reviews/errors/error-book";
import type { PlacedError } from "@/components/reviews/errors/placed-errors";
import type { ThreadPlace } from "@/components/reviews/threads/thread-place";
import { useUnsentWords } from "@/components/ui/use-unsent-words";

const none: PlacedError[] = [];

/**
 * The 差错 that the person is gathering: they outlive a reload and a lost network, and stand in
 * every window of this device, until they are sent with a decision.
 */
export function useErrors(userId: string, reportId: string) {
  const [book] = useState(() => createErrorBook(() => localStorage, userId, reportId));
  const errors = useSyncExternalStore(book.subscribe, book.errors, () => none);
  useUnsentWords(!book.isKept());

  useEffect(() => {
    book.reload();
    window.addEventListener("storage", book.reload);
    return () => window.removeEventListener("storage", book.reload);
  }, [book]);

  function begin(place: ThreadPlace, errorClass: string): PlacedError {
    const at = Date.now();
    const id = `${at}-${Math.random().toString(36).slice(2)}`;
    const byHand = place.section === "";
    const error = { id, at, place, byHand, errorClass, correction: "", words: "" };
    book.put(error);
    return error;
  }

  return { errors, isKept: book.isKept(), begin, put: book.put, remove: book.remove };
}

export type Errors = ReturnType<typeof useErrors>;
