import type { KeptSection } from "@/components/reports/saving/kept-text";
import type { SectionKey } from "@/lib/format/format";

/** What one window has unsaved of one section. */
export interface KeptRow {
  userId: string;
  reportId: string;
  windowId: string;
  section: SectionKey;
  /** Milliseconds since 1970, by the clock of this machine. */
  at: number;
  kept: KeptSection;
}

type RowKey = Pick<KeptRow, "userId" | "reportId" | "windowId" | "section">;

/** The unsaved work of this browser. Every call can fail: a browser may refuse to keep anything. */
export interface KeptStore {
  put: (row: KeptRow) => Promise<void>;
  remove: (row: RowKey) => Promise<void>;
  /** Of one account, in one report or in all. */
  list: (userId: string, reportId?: string) => Promise<KeptRow[]>;
  clear: (userId: string) => Promise<void>;
}

/** Event of the window: the account's unsaved work is given up. */
export const SIGNED_OUT = "nianbaotai:signed-out";

const DATABASE = "nianbaotai";
const ROWS = "unsaved";

/**
 * In IndexedDB: what is written there is on the disk a moment later and outlives a crash, while
 * localStorage may be a minute behind.
 */
export function openKeptStore(): KeptStore {
  let opened: Promise<IDBDatabase> | null = null;

  async function rows(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    opened ??= openDatabase();
    return (await opened).transaction(ROWS, mode).objectStore(ROWS);
  }

  return {
    put: async (row) => done((await rows("readwrite")).put(row)),
    remove: async ({ userId, reportId, windowId, section }) =>
      done((await rows("readwrite")).delete([userId, reportId, windowId, section])),
    list: async (userId, reportId) =>
      resultOf<KeptRow[]>((await rows("readonly")).getAll(rangeOf(userId, reportId))),
    clear: async (userId) => done((await rows("readwrite")).delete(rangeOf(userId))),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ROWS, {
      keyPath: ["userId", "reportId", "windowId", "section"],
    });
  };
  return resultOf(request);
}

/** An array stands after every text in the order of keys. */
function rangeOf(userId: string, reportId?: string): IDBKeyRange {
  const from = reportId === undefined ? [userId] : [userId, reportId];
  return IDBKeyRange.bound(from, [...from, []]);
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Once the whole transaction is written: a full disk shows itself no earlier. */
function done(request: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const { transaction } = request;
    if (!transaction) return reject(new Error("No transaction"));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
