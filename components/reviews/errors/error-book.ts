import type { PlacedError } from "@/components/reviews/errors/placed-errors";

const PREFIX = "nianbaotai:error:";

/** The 差错 that one person has gathered for one report on this device, until they are sent. */
export interface ErrorBook {
  subscribe: (listener: () => void) => () => void;
  /** In the order of finding; the same array until something changes. */
  errors: () => PlacedError[];
  /** Whether all of them would outlive this window. */
  isKept: () => boolean;
  put: (error: PlacedError) => void;
  remove: (ids: string[]) => void;
  /** Takes what another window of the same person wrote. */
  reload: () => void;
}

/**
 * Every error has a row of its own, so that two windows that write different ones lose none.
 * `storage` is asked for on each use: a browser may refuse it.
 */
export function createErrorBook(storage: () => Storage, userId: string, reportId: string) {
  const prefix = `${PREFIX}${userId}:${reportId}:`;
  const listeners = new Set<() => void>();
  /** What the browser would not take. */
  const unkept = new Map<string, PlacedError>();
  let errors: PlacedError[] = [];

  function show(next: PlacedError[]) {
    errors = next.toSorted((a, b) => a.at - b.at);
    for (const listener of listeners) listener();
  }

  const book: ErrorBook = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    errors: () => errors,
    isKept: () => unkept.size === 0,
    put(error) {
      try {
        storage().setItem(prefix + error.id, JSON.stringify(error));
        unkept.delete(error.id);
      } catch {
        unkept.set(error.id, error);
      }
      show([...errors.filter(({ id }) => id !== error.id), error]);
    },
    remove(ids) {
      for (const id of ids) {
        unkept.delete(id);
        drop(storage, prefix + id);
      }
      show(errors.filter(({ id }) => !ids.includes(id)));
    },
    reload() {
      const kept = keysOf(storage, prefix).flatMap((key) => errorAt(storage, key));
      show([...kept.filter(({ id }) => !unkept.has(id)), ...unkept.values()]);
    },
  };
  return book;
}

/** How many errors an account has gathered on this device and not sent. */
export function gatheredErrors(storage: () => Storage, userId: string): number {
  return keysOf(storage, `${PREFIX}${userId}:`).length;
}

/** 退出登录: nothing stays for whoever signs in next. */
export function clearErrors(storage: () => Storage, userId: string): void {
  for (const key of keysOf(storage, `${PREFIX}${userId}:`)) drop(storage, key);
}

function keysOf(storage: () => Storage, prefix: string): string[] {
  try {
    const all = storage();
    const keys = Array.from({ length: all.length }, (_, index) => all.key(index) ?? "");
    return keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function errorAt(storage: () => Storage, key: string): PlacedError[] {
  try {
    const row = storage().getItem(key);
    return row === null ? [] : [JSON.parse(row)];
  } catch {
    return [];
  }
}

function drop(storage: () => Storage, key: string): void {
  try {
    storage().removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}
