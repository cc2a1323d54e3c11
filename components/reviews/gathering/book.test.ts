import { describe, expect, test } from "vitest";
import type { PlacedError } from "@/components/reviews/errors/placed-errors";
import { clearGathered, createBook, gatheredRows } from "@/components/reviews/gathering/book";

/** What a browser keeps for a site, in memory; full on wish. */
function storageOf(limit = Number.POSITIVE_INFINITY): () => Storage {
  const rows = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return rows.size;
    },
    key: (index) => [...rows.keys()][index] ?? null,
    getItem: (key) => rows.get(key) ?? null,
    setItem(key, value) {
      if (rows.size >= limit && !rows.has(key)) throw new DOMException("", "QuotaExceededError");
      rows.set(key, value);
    },
    removeItem: (key) => void rows.delete(key),
    clear: () => rows.clear(),
  };
  return () => storage;
}

function errorOf(id: string, correction = "", at = 1): PlacedError {
  const place = { section: "problems", cell: "", quote: null };
  return { id, at, place, byHand: true, errorClass: "typo", correction, words: "" };
}

const errorsOf = (storage: () => Storage, userId: string, reportId: string) =>
  createBook<PlacedError>(storage, { userId, reportId, kind: "errors" });

const idsOf = (errors: PlacedError[]) => errors.map(({ id }) => id);

describe("the errors gathered on a device", () => {
  test("outlive the window, in the order of finding", () => {
    const storage = storageOf();
    const first = errorsOf(storage, "u1", "r1");
    first.put(errorOf("later", "", 2));
    first.put(errorOf("earlier", "", 1));
    first.put(errorOf("later", "改好", 2));
    const next = errorsOf(storage, "u1", "r1");
    next.reload();
    expect(next.rows()).toEqual([errorOf("earlier", "", 1), errorOf("later", "改好", 2)]);
  });

  test("of two windows that write different ones none is lost", () => {
    const storage = storageOf();
    const [one, other] = [errorsOf(storage, "u1", "r1"), errorsOf(storage, "u1", "r1")];
    one.put(errorOf("a"));
    other.put(errorOf("b"));
    one.put(errorOf("a", "改好"));
    other.reload();
    expect(other.rows()).toEqual([errorOf("a", "改好"), errorOf("b")]);
    one.remove(["a"]);
    other.reload();
    expect(idsOf(other.rows())).toEqual(["b"]);
  });

  test("belong to one account and one report", () => {
    const storage = storageOf();
    errorsOf(storage, "u1", "r1").put(errorOf("a"));
    for (const [user, report] of [
      ["u2", "r1"],
      ["u1", "r2"],
    ] as const) {
      const book = errorsOf(storage, user, report);
      book.reload();
      expect(book.rows()).toEqual([]);
    }
    expect([gatheredRows(storage, "u1"), gatheredRows(storage, "u2")]).toEqual([1, 0]);
  });

  test("are gone after the account signed out, others' are not", () => {
    const storage = storageOf();
    errorsOf(storage, "u1", "r1").put(errorOf("a"));
    errorsOf(storage, "u2", "r1").put(errorOf("b"));
    clearGathered(storage, "u1");
    expect([gatheredRows(storage, "u1"), gatheredRows(storage, "u2")]).toEqual([0, 1]);
  });

  test("stay on the page where the browser has no room, and say so", () => {
    const book = errorsOf(storageOf(1), "u1", "r1");
    book.put(errorOf("a", "", 1));
    expect(book.isKept()).toBe(true);
    book.put(errorOf("b", "", 2));
    book.reload();
    expect(idsOf(book.rows())).toEqual(["a", "b"]);
    expect(book.isKept()).toBe(false);
    book.remove(["a", "b"]);
    expect(book.isKept()).toBe(true);
  });

  test("stay on the page where the browser keeps nothing at all", () => {
    const book = errorsOf(
      () => {
        throw new DOMException("", "SecurityError");
      },
      "u1",
      "r1",
    );
    book.put(errorOf("a"));
    book.reload();
    expect(idsOf(book.rows())).toEqual(["a"]);
    expect(book.isKept()).toBe(false);
  });
});
