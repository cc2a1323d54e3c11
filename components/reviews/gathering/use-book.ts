import { useEffect, useState, useSyncExternalStore } from "react";
import { createBook, type GatheredRow } from "@/components/reviews/gathering/book";
import { useUnsentWords } from "@/components/ui/use-unsent-words";

const none: never[] = [];

/**
 * What the person is gathering for a decision: it outlives a reload and a lost network, and stands
 * in every window of this device, until it is sent.
 */
export function useBook<Row extends GatheredRow>(of: Parameters<typeof createBook>[1]) {
  const [book] = useState(() => createBook<Row>(() => localStorage, of));
  const rows = useSyncExternalStore<Row[]>(book.subscribe, book.rows, () => none);
  useUnsentWords(!book.isKept());

  useEffect(() => {
    book.reload();
    window.addEventListener("storage", book.reload);
    return () => window.removeEventListener("storage", book.reload);
  }, [book]);

  return { rows, isKept: book.isKept(), put: book.put, remove: book.remove };
}
