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
  ] as const)("from %s %s", (from, move, to) => {
    expect(neighbour(three, from, move)).toBe(to);
  });

  it("takes the last cell of a shorter row", () => {
    expect(neighbour(two, "normativeDocuments.inForce", "down")).toBe("licences");
  });

  it.each([
    ["Enter", "12", 1, 1, "down"],
    ["ArrowLeft", "12", 1, 1, null],
    ["ArrowLeft", "12", 0, 0, "left"],
    ["ArrowRight", "12", 0, 2, "right"],
    ["ArrowRight", "12", 2, 2, "right"],
    ["ArrowRight", "12", 1, 1, null],
    ["a", "12", 0, 0, null],
  ] as const)("%s in %s at %i-%i", (key, value, start, end, move) => {
    expect(moveOf({ ...bare, key }, field(value, start, end))).toBe(move);
  });

  it("leaves keys with a modifier to the browser", () => {
    expect(moveOf({ ...bare, ctrlKey: true, key: "ArrowDown" }, field("", 0))).toBeNull();
    expect(moveOf({ ...bare, shiftKey: true, key: "Enter" }, field("", 0))).toBe("up");
  });
});
