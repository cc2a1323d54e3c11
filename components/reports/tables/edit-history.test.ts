import { array, assert, boolean, constantFrom, record as model, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  close,
  type EditHistory,
  emptyHistory,
  record,
  redo,
  type Step,
  type Texts,
  undo,
} from "@/components/reports/tables/edit-history";

const free = () => true;

function typed(history: EditHistory, cell: string, ...texts: string[]): EditHistory {
  return texts.slice(1).reduce((so, text, at) => {
    return record(so, { before: { [cell]: texts[at] ?? "" }, after: { [cell]: text } }, true);
  }, history);
}

describe("taking back", () => {
  it("takes the letters of one cell together, and two cells one by one", () => {
    const history = typed(typed(emptyHistory, "a", "", "1", "12"), "b", "", "5");
    const first = undo(history, free);
    expect(first?.texts).toEqual({ b: "" });
    expect(first && undo(first.history, free)?.texts).toEqual({ a: "" });
  });

  it("begins a new act where the cell was left in between", () => {
    const history = typed(close(typed(emptyHistory, "a", "", "1")), "a", "1", "12");
    expect(undo(history, free)?.texts).toEqual({ a: "1" });
  });

  it("takes a block together, and only what it changed", () => {
    const before = { a: "1", b: "2", c: "3" };
    const history = record(emptyHistory, { before, after: { a: "1", b: "", c: "9" } });
    expect(undo(history, free)?.texts).toEqual({ b: "2", c: "3" });
  });

  it("leaves what somebody else has changed since then, and says which", () => {
    const history = record(emptyHistory, { before: { a: "", b: "" }, after: { a: "1", b: "2" } });
    const step = undo(history, (cell) => cell !== "b");
    expect(step).toMatchObject({ texts: { a: "" }, kept: ["b"] });
  });

  it("forgets what was taken back once something new is done", () => {
    const back = undo(typed(emptyHistory, "a", "", "1"), free);
    const anew = back && typed(back.history, "b", "", "2");
    expect(anew && redo(anew, free)).toBeNull();
    expect(undo(emptyHistory, free)).toBeNull();
  });

  it("comes back to the beginning, and forth to the end, whatever was done", () => {
    const cell = constantFrom("a", "b", "c");
    const text = constantFrom("", "1", "2", "12");
    const acts = array(
      model({ set: array(tuple(cell, text), { minLength: 1 }), typing: boolean() }),
    );
    assert(
      property(acts, (list) => {
        let now: Texts = { a: "", b: "", c: "" };
        let history = emptyHistory;
        for (const { set, typing } of list) {
          const after = Object.fromEntries(typing ? set.slice(0, 1) : set);
          history = record(history, { before: { ...now }, after }, typing);
          now = { ...now, ...after };
        }
        const end = now;
        const isStill = (key: string, value: string) => now[key] === value;
        const run = (move: typeof undo) => {
          for (
            let step: Step | null = move(history, isStill);
            step;
            step = move(history, isStill)
          ) {
            expect(step.kept).toEqual([]);
            now = { ...now, ...step.texts };
            history = step.history;
          }
        };
        run(undo);
        expect(now).toEqual({ a: "", b: "", c: "" });
        run(redo);
        expect(now).toEqual(end);
      }),
    );
  });
});
