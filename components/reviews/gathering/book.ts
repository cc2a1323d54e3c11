const PREFIX = "nianbaotai:gathered:";

/** Something that is gathered before it is sent. */
export interface GatheredRow {
  id: string;
  /** Milliseconds since 1970, by the clock of this machine: rows stand in the order of their begin. */
  at: number;
}

/** What one person has gathered for one report on this device (差错, 改稿), until it is sent. */
export interface Book<Row extends GatheredRow> {
  subscribe: (listener: () => void) => () => void;
  /** In their order; the same array until something changes. */
  rows: () => Row[];
  /** Whether all of them would outlive this window. */
  isKept: () => boolean;
  put: (row: Row) => void;
  remove: (ids: string[]) => void;
  /** Takes what another window of the same person wrote. */
  reload: () => void;
}

/**
 * Every row is stored by itself, so that two windows that write different ones lose none.
 * `storage` is asked for on each use: a browser may refuse it.
 */
export function createBook<Row extends GatheredRow>(
  storage: () => Storage,
  { userId, reportId, kind }: { userId: string; reportId: string; kind: "errors" | "changes" },
): Book<Row> {
  const prefix = `${PREFIX}${userId}:${reportId}:${kind}:`;
  const listeners = new Set<() => void>();
  /** What the browser would not take. */
  const unkept = new Map<string, Row>();
  let rows: Row[] = [];

  function show(next: Row[]) {
    rows = next.toSorted((a, b) => a.at - b.at);
    for (const listener of listeners) listener();
  }

  const book: Book<Row> = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rows: () => rows,
    isKept: () => unkept.size === 0,
    put(row) {
      try {
        storage().setItem(prefix + row.id, JSON.stringify(row));
        unkept.delete(row.id);
      } catch {
        unkept.set(row.id, row);
      }
      show([...rows.filter(({ id }) => id !== row.id), row]);
    },
    remove(ids) {
      for (const id of ids) {
        unkept.delete(id);
        drop(storage, prefix + id);
      }
      show(rows.filter(({ id }) => !ids.includes(id)));
    },
    reload() {
      const kept = keysOf(storage, prefix).flatMap((key) => rowAt<Row>(storage, key));
      show([...kept.filter(({ id }) => !unkept.has(id)), ...unkept.values()]);
    },
  };
  return book;
}

/** How many rows an account has gathered on this device and not sent. */
export function gatheredRows(storage: () => Storage, userId: string): number {
  return keysOf(storage, `${PREFIX}${userId}:`).length;
}

/** 退出登录: nothing stays for whoever signs in next. */
export function clearGathered(storage: () => Storage, userId: string): void {
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

function rowAt<Row>(storage: () => Storage, key: string): Row[] {
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
