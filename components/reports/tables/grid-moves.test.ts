import { describe, expect, it } from "vitest";
import { moveOf, neighbour, typedGrid } from "@/components/reports/tables/grid-moves";
import { format2021 } from "@/lib/format/2021";

const three = typedGrid(format2021.tables.applications);
const two = typedGrid(format2021.tables.proactive);
const bare = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
const field = (value: string, start: number, end = start) => ({
  value,
  selectionStart: start,
  selectionEnd: end,
});

describe("moving between cells", () => {
  it("has only what is typed: 24 rows of six in 表三, none of them computed", () => {
    expect(three).toHaveLength(24);
    expect(three.every((row) => row.length === 6)).toBe(true);
    expect(three.flat()).not.toContain("concluded.naturalPerson");
  });

  it.each([
    ["received.naturalPerson", "down", "carriedIn.naturalPerson"],
    ["otherRest.business", "down", "carriedOut.business"],
    ["received.naturalPerson", "right", "received.business"],
    ["received.otherBody", "right", null],
    ["received.naturalPerson", "up", null],
    ["granted.research", "leftmost", "granted.naturalPerson"],
    ["granted.research", "rightmost", "granted.otherBody"],
    ["granted.research", "upmost", "received.research"],
    ["granted.research", "downmost", "carriedOut.research"],
    ["granted.research", "first", "received.naturalPerson"],
    ["granted.research", "last", "carriedOut.otherBody"],
    ["concluded.total", "left", null],
  ] as const)("from %s %s", (from, move, to) => {
    expect(neighbour(three, from, move)).toBe(to);
  });

  it("takes the last cell of a shorter row", () => {
    expect(neighbour(two, "normativeDocuments.inForce", "down")).toBe("licences");
  });

  it.each([
    ["Enter", "12", 1, 1, "down"],
    ["ArrowLeft", "12", 1, 1, undefined],
    ["ArrowLeft", "12", 0, 0, "left"],
    ["ArrowRight", "12", 0, 2, "right"],
    ["ArrowRight", "12", 2, 2, "right"],
    ["ArrowRight", "12", 1, 1, undefined],
    ["ArrowUp", "12", 1, 1, "up"],
    ["Home", "12", 2, 2, undefined],
    ["Home", "12", 0, 0, "leftmost"],
    ["End", "12", 2, 2, "rightmost"],
    ["a", "12", 0, 0, undefined],
  ] as const)("%s in %s at %i-%i", (key, value, start, end, move) => {
    expect(moveOf({ ...bare, key }, field(value, start, end))?.move).toBe(move);
  });

  it("jumps with Ctrl, goes back with Shift and Enter, leaves Alt to the browser", () => {
    const ctrl = { ...bare, ctrlKey: true };
    expect(moveOf({ ...ctrl, key: "ArrowDown" }, field("", 0))?.move).toBe("downmost");
    expect(moveOf({ ...ctrl, key: "Home" }, field("", 0))?.move).toBe("first");
    expect(moveOf({ ...ctrl, key: "End" }, field("", 0))?.move).toBe("last");
    expect(moveOf({ ...ctrl, key: "Enter" }, field("", 0))).toBeNull();
    expect(moveOf({ ...bare, shiftKey: true, key: "Enter" }, field("", 0))?.move).toBe("up");
    expect(moveOf({ ...bare, altKey: true, key: "ArrowDown" }, field("", 0))).toBeNull();
  });

  it("extends with Shift, but not out of a text that is being edited", () => {
    const shift = { ...bare, shiftKey: true };
    const right = moveOf({ ...shift, key: "ArrowRight" }, field("12", 0, 2));
    expect(right).toEqual({ move: "right", extends: true });
    expect(moveOf({ ...shift, key: "ArrowRight" }, field("12", 2))).toBeNull();
    expect(moveOf({ ...shift, key: "ArrowDown" }, field("12", 1))?.extends).toBe(true);
  });
});
