import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  adopted,
  begin,
  cells,
  forget,
  lost,
  pause,
  prose,
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

describe("the save queue of a section", () => {
  it("waits for a pause in the typing and sends the last text once", async () => {
    const queue = begin(prose());
    queue.edit(prose("一"));
    await vi.advanceTimersByTimeAsync(700);
    queue.edit(prose("一二"));
    await vi.advanceTimersByTimeAsync(700);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.map(({ patch, ifMatch }) => [patch, ifMatch])).toEqual([
      [{ paragraphs: ["一二"], base: [] }, 1],
    ]);
    await request(0).answer(stored(2));
    expect(states.map(({ kind }) => kind)).toEqual(["waiting", "saving", "saved"]);
  });

  it("sends only the cells that changed, with what they were", async () => {
    const queue = begin(cells({ a: null, b: 1, c: 2 }));
    queue.edit(cells({ a: 6, b: 1, c: null }));
    await pause();
    expect(request(0).patch).toEqual({ cells: { a: 6, c: null }, base: { a: null, c: 2 } });
  });

  it("sends nothing for a text that came back to what is stored", async () => {
    const queue = begin(prose("一"));
    queue.edit(prose("二"));
    queue.edit(prose("一"));
    await pause();
    expect(sent).toHaveLength(0);
    expect(state()).toBe("saved");
  });

  it("has one request on its way at a time, and the next starts from its version", async () => {
    const queue = begin(prose());
    queue.edit(prose("一"));
    await pause();
    queue.edit(prose("一二"));
    await pause();
    expect(sent).toHaveLength(1);
    await request(0).answer(stored(2));
    expect(state()).toBe("waiting");
    await pause();
    expect(request(1)).toMatchObject({ patch: { paragraphs: ["一二"], base: ["一"] }, ifMatch: 2 });
  });

  it("repeats a lost request word for word, waiting longer each time, then sends the rest", async () => {
    const queue = begin(prose());
    queue.edit(prose("一"));
    await pause();
    await request(0).answer(lost);
    expect(state()).toBe("offline");
    queue.edit(prose("一二"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(request(1).patch).toEqual({ paragraphs: ["一"], base: [] });
    await request(1).answer(lost);
    await vi.advanceTimersByTimeAsync(1999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    await request(2).answer(stored(2));
    await pause();
    expect(request(3)).toMatchObject({ patch: { paragraphs: ["一二"], base: ["一"] }, ifMatch: 2 });
    await request(3).answer(stored(3));
    expect(state()).toBe("saved");
  });

  it("tries at once when the network is back, and never twice side by side", async () => {
    const queue = begin(prose());
    queue.edit(prose("一"));
    await pause();
    await request(0).answer(lost);
    queue.retry();
    queue.retry();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });

  it("flushes the last keystroke, and is done only when that is stored", async () => {
    const queue = begin(prose());
    queue.edit(prose("一"));
    const done = vi.fn();
    void queue.flush().then(done);
    queue.edit(prose("一二"));
    await request(0).answer(stored(2));
    expect(done).not.toHaveBeenCalled();
    await request(1).answer(stored(3));
    expect(request(1).patch).toEqual({ paragraphs: ["一二"], base: ["一"] });
    expect(done).toHaveBeenCalledWith(true);
  });

  it("keeps the text when the server says no, and sends it again when asked", async () => {
    const queue = begin(prose());
    queue.edit(prose("一"));
    const flushed = queue.flush();
    await request(0).answer({ kind: "refused", code: "UNAUTHENTICATED", reasons: ["登录已失效"] });
    expect(await flushed).toBe(false);
    queue.edit(prose("一二"));
    await pause();
    expect(sent).toHaveLength(1);
    queue.retry();
    expect(request(1).patch).toEqual({ paragraphs: ["一二"], base: [] });
  });
});

describe("somebody else in the same section", () => {
  it("takes over cells that others stored, and leaves its own alone", async () => {
    const queue = begin(cells({ a: null, b: null, c: null }));
    queue.edit(cells({ a: 1, b: null, c: null }));
    await pause();
    queue.edit(cells({ a: 1, b: null, c: 3 }));
    await request(0).answer(stored(5, cells({ a: 1, b: 9, c: null })));
    expect(adopted).toEqual([cells({ a: 1, b: 9, c: 3 })]);
    await pause();
    expect(request(1)).toMatchObject({ patch: { cells: { c: 3 }, base: { c: null } }, ifMatch: 5 });
  });

  it("does not touch prose under the person's hands, and stays behind so that it is merged", async () => {
    const queue = begin(prose("一", "二"));
    queue.edit(prose("一1", "二"));
    await pause();
    queue.edit(prose("一12", "二"));
    await request(0).answer(stored(5, prose("一1", "二9")));
    expect(adopted).toEqual([]);
    await pause();
    expect(request(1)).toMatchObject({
      patch: { paragraphs: ["一12", "二"], base: ["一1", "二"] },
      ifMatch: 1,
    });
    await request(1).answer(stored(6, prose("一12", "二9")));
    expect(adopted).toEqual([prose("一12", "二9")]);
    expect(state()).toBe("saved");
  });

  it("stops at a conflict with both values, and goes on with the choice", async () => {
    const queue = begin(cells({ a: null, b: null, c: 0 }));
    queue.edit(cells({ a: 1, b: 2, c: 0 }));
    await pause();
    const conflict = { places: ["a", "b"], theirs: cells({ a: 7, b: 8, c: 9 }), version: 4 };
    await request(0).answer({ kind: "conflict", conflict });
    expect(states.at(-1)).toEqual({ kind: "conflict", conflict });
    await pause();
    expect(sent).toHaveLength(1);
    queue.resolve(["b"]);
    expect(adopted).toEqual([cells({ a: 1, b: 8, c: 9 })]);
    expect(request(1)).toMatchObject({ patch: { cells: { a: 1 }, base: { a: 7 } }, ifMatch: 4 });
  });

  it("takes the stored prose where the person chooses it, and sends nothing", async () => {
    const queue = begin(prose("一"));
    queue.edit(prose("我"));
    await pause();
    const conflict = { places: ["paragraphs"], theirs: prose("他"), version: 4 };
    await request(0).answer({ kind: "conflict", conflict });
    queue.resolve(["paragraphs"]);
    expect(adopted).toEqual([prose("他")]);
    expect(state()).toBe("saved");
    expect(sent).toHaveLength(1);
  });

  it("tells the server first what was typed after it refused, before that is given up", async () => {
    const queue = begin(prose("一"));
    queue.edit(prose("我"));
    await pause();
    const conflict = { places: ["paragraphs"], theirs: prose("他"), version: 4 };
    await request(0).answer({ kind: "conflict", conflict });
    queue.edit(prose("我，又写了一句"));
    queue.resolve(["paragraphs"]);
    expect(adopted).toEqual([]);
    expect(request(1)).toMatchObject({
      patch: { paragraphs: ["我，又写了一句"], base: ["一"] },
      ifMatch: 1,
    });
    await request(1).answer(lost);
    queue.retry();
    expect(request(2)).toMatchObject({ patch: request(1).patch, order: request(1).order });
    await request(2).answer({ kind: "conflict", conflict });
    expect(adopted).toEqual([prose("他")]);
    expect(state()).toBe("saved");
    expect(sent).toHaveLength(3);
  });

  it("tells only of places that are given up, and of those that were not sent yet", async () => {
    const queue = begin(cells({ a: null, b: null }, "注"));
    queue.edit(cells({ a: 1, b: 2 }, "我的注"));
    await pause();
    const theirs = cells({ a: 7, b: 8 }, "他的注");
    const conflict = { places: ["a", "b"], theirs, version: 4 };
    await request(0).answer({ kind: "conflict", conflict });
    queue.edit(cells({ a: 11, b: 2 }, "我的注"));
    queue.resolve(["b", "notes"]);
    expect(request(1).patch).toEqual({ paragraphs: ["我的注"], base: ["注"] });
    await request(1).answer({ kind: "conflict", conflict });
    expect(request(2)).toMatchObject({ patch: { cells: { a: 11 }, base: { a: 7 } }, ifMatch: 4 });
    await request(2).answer(stored(5));
    expect(adopted).toEqual([cells({ a: 11, b: 8 }, "他的注")]);
    expect([state(), sent.length]).toEqual(["saved", 3]);
  });

  it("asks again about what is typed while the choice is on its way", async () => {
    const queue = begin(prose("一"));
    queue.edit(prose("我"));
    await pause();
    const conflict = { places: ["paragraphs"], theirs: prose("他"), version: 4 };
    await request(0).answer({ kind: "conflict", conflict });
    queue.edit(prose("我们"));
    queue.resolve(["paragraphs"]);
    queue.edit(prose("我们都"));
    await request(1).answer({ kind: "conflict", conflict });
    expect(states.at(-1)).toEqual({ kind: "conflict", conflict });
    expect(adopted).toEqual([]);
  });

  it("takes a newer text from the server only where nothing typed is in the way", () => {
    const queue = begin(prose("一"), 3);
    queue.sync(prose("零"), 2);
    queue.sync(prose("二"), 4);
    queue.edit(prose("二三"));
    queue.sync(prose("四"), 5);
    expect(adopted).toEqual([prose("二")]);
  });
});
