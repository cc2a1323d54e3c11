import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  adopted,
  begin,
  cells,
  forget,
  pause,
  request,
  sent,
  state,
  states,
  stored,
} from "@/tests/support/played-server";

beforeEach(() => {
  vi.useFakeTimers();
  forget();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a table with notes below it", () => {
  it("sends its cells and its notes one after the other, each with what it was", async () => {
    const queue = begin(cells({ a: null }, "注"));
    queue.edit(cells({ a: 1 }, "注二"));
    const flushed = queue.flush();
    await request(0).answer(stored(2));
    expect(state()).toBe("saving");
    await request(1).answer(stored(3));
    expect(sent.map(({ patch, ifMatch }) => [patch, ifMatch])).toEqual([
      [{ cells: { a: 1 }, base: { a: null } }, 1],
      [{ paragraphs: ["注二"], base: ["注"] }, 2],
    ]);
    expect(await flushed).toBe(true);
    expect(state()).toBe("saved");
  });

  it("leaves notes alone that are not stored yet, and has them merged with the others'", async () => {
    const queue = begin(cells({ a: null, b: null }, "注"));
    queue.edit(cells({ a: 1, b: null }, "注", "我的"));
    await pause();
    await request(0).answer(stored(5, cells({ a: 1, b: 9 }, "别人的", "注")));
    await pause();
    expect(request(1)).toMatchObject({
      patch: { paragraphs: ["注", "我的"], base: ["注"] },
      ifMatch: 1,
    });
    await request(1).answer(stored(6, cells({ a: 1, b: 9 }, "别人的", "注", "我的")));
    expect(adopted).toEqual([cells({ a: 1, b: 9 }, "别人的", "注", "我的")]);
    expect(state()).toBe("saved");
  });

  it("asks about the notes too where a conflict of cells finds both changed", async () => {
    const queue = begin(cells({ a: null, b: null }, "注"));
    queue.edit(cells({ a: 1, b: null }, "我的"));
    await pause();
    const theirs = cells({ a: 7, b: 8 }, "别人的");
    await request(0).answer({ kind: "conflict", conflict: { places: ["a"], theirs, version: 4 } });
    expect(states.at(-1)).toMatchObject({ conflict: { places: ["a", "notes"] } });
    queue.edit(cells({ a: 1, b: 3 }, "我的"));
    expect(states.at(-1)).toMatchObject({ conflict: { places: ["a", "notes", "b"] } });
    queue.resolve(["a", "b"]);
    // The server has not seen the second cell yet, and keeps it when it refuses it.
    expect(request(1)).toMatchObject({ patch: { cells: { b: 3 }, base: { b: null } }, ifMatch: 1 });
    const conflict = { places: ["b"], theirs, version: 4 };
    await request(1).answer({ kind: "conflict", conflict });
    expect(adopted).toEqual([cells({ a: 7, b: 8 }, "我的")]);
    expect(request(2)).toMatchObject({
      patch: { paragraphs: ["我的"], base: ["别人的"] },
      ifMatch: 4,
    });
  });
});
