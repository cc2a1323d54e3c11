import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SectionText } from "@/components/reports/saving/section-text";
import {
  adopted,
  begin,
  cells,
  forget,
  kept,
  pause,
  prose,
  request,
  sent,
  state,
  states,
  stored,
  told,
} from "@/tests/support/played-server";

beforeEach(() => {
  vi.useFakeTimers();
  forget();
});

afterEach(() => {
  vi.useRealTimers();
});

/** What a window keeps that ended with one save on its way and more typed. */
async function leaveBehind(stored1: SectionText, first: SectionText, last: SectionText) {
  const queue = begin(stored1, 3);
  queue.edit(first);
  await pause();
  queue.edit(last);
  const left = kept.at(-1);
  if (!left) throw new Error("Nothing is kept");
  sent.length = 0;
  return left;
}

describe("what the server has not answered", () => {
  it("is kept from the first key on, and no longer once it is stored", async () => {
    const queue = begin(prose("一"));
    queue.edit(prose("一二"));
    const typed = { paragraphs: ["一二"], base: ["一"] };
    expect(kept.at(-1)).toEqual({ version: 1, sent: null, typed: [typed] });
    await pause();
    const save = { patch: typed, ifMatch: 1, order: "w 1" };
    expect(kept.at(-1)).toEqual({ version: 1, sent: save, typed: [] });
    queue.edit(prose("一二三"));
    const more = { paragraphs: ["一二三"], base: ["一二"] };
    expect(kept.at(-1)).toEqual({ version: 1, sent: save, typed: [more] });
    await request(0).answer(stored(2));
    expect(kept.at(-1)).toEqual({ version: 2, sent: null, typed: [more] });
    await pause();
    await request(1).answer(stored(3));
    expect(kept.at(-1)).toBeNull();
    expect(told).toEqual([
      [prose("一二"), 2],
      [prose("一二三"), 3],
    ]);
  });

  it("is not sent once the account has signed out, not even what a lost answer leaves", async () => {
    const queue = begin(prose("一"));
    queue.edit(prose("二"));
    await pause();
    const flushed = queue.flush();
    queue.stop();
    expect(await flushed).toBe(false);
    await request(0).answer({ kind: "unanswered" });
    queue.retry();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(await queue.flush()).toBe(false);
  });

  it("is not kept again by a refusal that comes after signing out", async () => {
    const queue = begin(prose("一"));
    queue.edit(prose("二"));
    await pause();
    queue.stop();
    kept.length = 0;
    await request(0).answer({ kind: "refused", code: "UNAUTHENTICATED", reasons: [] });
    expect(kept).toEqual([]);
  });

  it("is kept through a refusal, and goes when it is given up", async () => {
    const queue = begin(prose("一"));
    queue.edit(prose("二"));
    await pause();
    await request(0).answer({ kind: "refused", code: "CONFLICT", reasons: ["已送审"] });
    const typed = { paragraphs: ["二"], base: ["一"] };
    expect(kept.at(-1)).toEqual({ version: 1, sent: null, typed: [typed] });
    queue.discard();
    expect(kept.at(-1)).toBeNull();
    expect(adopted).toEqual([prose("一")]);
    expect(state()).toBe("saved");
  });
});

describe("the notes under a table", () => {
  it("are kept beside cells, behind what is on its way", async () => {
    const queue = begin(cells({ a: null, b: null }, "注"));
    queue.edit(cells({ a: 1, b: null }, "注二"));
    const first = { cells: { a: 1 }, base: { a: null } };
    const notes = { paragraphs: ["注二"], base: ["注"] };
    expect(kept.at(-1)).toEqual({ version: 1, sent: null, typed: [first, notes] });
    await pause();
    queue.edit(cells({ a: 1, b: 2 }, "注二"));
    const more = { cells: { b: 2 }, base: { b: null } };
    const save = { patch: first, ifMatch: 1, order: "w 1" };
    expect(kept.at(-1)).toEqual({ version: 1, sent: save, typed: [more, notes] });
  });

  it("of a closed window follow after its cells, onto what others stored since", async () => {
    const was = cells({ a: null, b: null }, "注");
    const left = await leaveBehind(
      was,
      cells({ a: 1, b: null }, "注二"),
      cells({ a: 2, b: null }, "注二"),
    );
    const queue = begin(cells({ a: null, b: 9 }, "别人的", "注"), 5);
    expect(queue.restore(left)).toBe(true);
    expect(adopted).toEqual([cells({ a: 2, b: 9 }, "注二")]);
    await request(0).answer(stored(6, cells({ a: 1, b: 9 }, "别人的", "注")));
    await pause();
    expect(request(1)).toMatchObject({ patch: { cells: { a: 2 }, base: { a: 1 } } });
    await request(1).answer(stored(7, cells({ a: 2, b: 9 }, "别人的", "注")));
    await pause();
    // Begun with the version it was typed on, so that the server merges.
    const last = { patch: { paragraphs: ["注二"], base: ["注"] }, ifMatch: 3 };
    expect(request(2)).toMatchObject(last);
    await request(2).answer(stored(8, cells({ a: 2, b: 9 }, "别人的", "注二")));
    expect(adopted.at(-1)).toEqual(cells({ a: 2, b: 9 }, "别人的", "注二"));
    expect(kept.at(-1)).toBeNull();
    expect(state()).toBe("saved");
  });

  it("are kept through a conflict, and no longer once theirs are taken", async () => {
    const queue = begin(cells({ a: null }, "注"));
    queue.edit(cells({ a: 1 }, "我的"));
    await pause();
    const theirs = cells({ a: 7 }, "别人的");
    await request(0).answer({ kind: "conflict", conflict: { places: ["a"], theirs, version: 4 } });
    expect(kept.at(-1)?.typed).toHaveLength(2);
    expect(states.at(-1)).toMatchObject({ conflict: { places: ["a", "notes"] } });
    queue.resolve(["a", "notes"]);
    expect(kept.at(-1)).not.toBeNull();
    const conflict = { places: ["notes"], theirs, version: 4 };
    await request(1).answer({ kind: "conflict", conflict });
    expect(kept.at(-1)).toBeNull();
    expect(state()).toBe("saved");
  });
});

describe("what a closed window left", () => {
  it("is sent again as it was, then the rest, over cells that others stored since", async () => {
    const empty = { a: null, b: null, c: null };
    const last = cells({ ...empty, a: 2, b: 1 });
    const left = await leaveBehind(cells(empty), cells({ ...empty, a: 1 }), last);
    const queue = begin(cells({ ...empty, a: 1, c: 9 }), 5);
    expect(queue.restore(left)).toBe(true);
    expect(adopted).toEqual([cells({ a: 2, b: 1, c: 9 })]);
    expect(request(0)).toMatchObject({
      patch: { cells: { a: 1 }, base: { a: null } },
      ifMatch: 3,
      order: "w 1",
    });
    await request(0).answer(stored(5, cells({ ...empty, a: 1, c: 9 })));
    await pause();
    const rest = { cells: { a: 2, b: 1 }, base: { a: 1, b: null } };
    expect(request(1)).toMatchObject({ patch: rest, ifMatch: 5 });
    await request(1).answer(stored(6));
    expect(kept.at(-1)).toBeNull();
    expect(state()).toBe("saved");
  });

  it("carries the version and the words it began with, so that prose is merged", async () => {
    const left = await leaveBehind(prose("一", "二"), prose("一改", "二"), prose("一改再改", "二"));
    const queue = begin(prose("一", "二改"), 5);
    queue.restore({
      ...left,
      sent: null,
      typed: [{ paragraphs: ["一改", "二"], base: ["一", "二"] }],
    });
    expect(request(0)).toMatchObject({
      patch: { paragraphs: ["一改", "二"], base: ["一", "二"] },
      ifMatch: 3,
    });
    await request(0).answer(stored(6, prose("一改", "二改")));
    expect(adopted.at(-1)).toEqual(prose("一改", "二改"));
  });

  it("waits while something of this window is unsaved", async () => {
    const left = await leaveBehind(prose(), prose("一"), prose("一二"));
    const queue = begin(prose());
    queue.edit(prose("三"));
    expect(queue.restore(left)).toBe(false);
    expect(adopted).toEqual([]);
  });
});
