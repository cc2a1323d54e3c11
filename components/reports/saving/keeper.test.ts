import { expect, it } from "vitest";
import { createKeeper } from "@/components/reports/saving/keeper";
import type { KeptRow, KeptStore } from "@/components/reports/saving/kept-store";
import type { KeptSection } from "@/components/reports/saving/kept-text";

const DAY = 24 * 3_600_000;

/** A browser's store whose writes take effect one by one, and which can be full. */
function begin(windowId = "w1") {
  const rows = new Map<string, KeptRow>();
  const disk = { isFull: false, writes: 0, now: 100 * DAY };
  const keyOf = (row: Pick<KeptRow, "windowId" | "section">) => `${row.windowId} ${row.section}`;
  const store: KeptStore = {
    async put(row) {
      await Promise.resolve();
      if (disk.isFull) throw new Error("QuotaExceededError");
      disk.writes += 1;
      rows.set(keyOf(row), row);
    },
    async remove(row) {
      rows.delete(keyOf(row));
    },
    list: async () => [...rows.values()],
    clear: async () => rows.clear(),
  };
  const owner = { userId: "u", reportId: "r", windowId };
  return { rows, disk, store, keeper: createKeeper(store, owner, () => disk.now) };
}

function kept(words: string): KeptSection {
  const typed = [{ paragraphs: [words], base: [] }];
  return { text: { version: 1, sent: null, typed }, illegal: {} };
}

it("writes the newest of each section, and leaves out what was overtaken meanwhile", async () => {
  const { rows, disk, keeper } = begin();
  for (const words of ["一", "一二", "一二三"]) keeper.keep("problems", kept(words));
  keeper.keep("other", kept("甲"));
  await keeper.settled();
  expect(rows.get("w1 problems")?.kept).toEqual(kept("一二三"));
  expect(rows.get("w1 other")).toMatchObject({ userId: "u", reportId: "r", at: disk.now });
  expect(disk.writes).toBe(3);
});

it("keeps nothing of what is stored, whatever was still to be written", async () => {
  const { rows, keeper } = begin();
  keeper.keep("problems", kept("一"));
  keeper.keep("problems", kept("二"));
  keeper.keep("problems", null);
  await keeper.settled();
  expect(rows.size).toBe(0);
});

it("says so when the browser does not keep it, until it does", async () => {
  const { disk, keeper } = begin();
  disk.isFull = true;
  keeper.keep("problems", kept("一"));
  await keeper.settled();
  expect(keeper.isKept()).toBe(false);
  disk.isFull = false;
  keeper.keep("problems", kept("二"));
  await keeper.settled();
  expect(keeper.isKept()).toBe(true);
  keeper.keep("problems", kept("长".repeat(2_000_001)));
  await keeper.settled();
  expect(keeper.isKept()).toBe(false);
});

it("hands on what windows that are gone left, the oldest first, and not what lives or is too old", async () => {
  const { rows, disk, store, keeper } = begin("w1");
  const row = { userId: "u", reportId: "r", section: "problems" as const, kept: kept("一") };
  await store.put({ ...row, windowId: "w1", at: disk.now });
  await store.put({ ...row, windowId: "alive", at: disk.now });
  await store.put({ ...row, windowId: "later", at: disk.now - 1 });
  await store.put({ ...row, windowId: "sooner", at: disk.now - DAY });
  await store.put({ ...row, windowId: "ancient", at: disk.now - 61 * DAY });
  const left = await keeper.left(async () => new Set(["alive"]));
  expect(left.map(({ windowId }) => windowId)).toEqual(["sooner", "later"]);
  expect([...rows.keys()]).not.toContain("ancient problems");
});

it("asks nobody where nothing was left", async () => {
  const { keeper } = begin();
  const ask = () => Promise.reject(new Error("asked"));
  expect(await keeper.left(ask)).toEqual([]);
});
