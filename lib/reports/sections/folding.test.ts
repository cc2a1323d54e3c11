import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import type { Cells } from "@/lib/format/format";
import { historySlot, isLate, losesText, withSave } from "@/lib/reports/sections/rules";

const person = "received.naturalPerson";
const business = "received.business";

function stored(typed: Cells) {
  const cells = withTotals(format2021.tables.applications, typed);
  return { kind: "table" as const, cells, notes: ["注"] };
}

describe("what a person saved before", () => {
  const prose = (...paragraphs: string[]) => ({ kind: "prose" as const, paragraphs });

  it.each([
    ["stands as it was", ["甲", "乙"], ["甲", "乙"], false],
    ["was written on", ["甲"], ["新", "甲，又写"], false],
    ["was changed", ["甲", "乙"], ["甲", "丙"], true],
    ["was taken out", ["甲"], [], true],
    ["was blank", [], ["甲"], false],
  ])("in a paragraph %s", (_, earlier: string[], current: string[], lost: boolean) => {
    expect(losesText(["paragraphs"], prose(...earlier), prose(...current))).toBe(lost);
    const noted = (notes: string[]) => ({ ...stored({ [person]: 6 }), notes });
    expect(losesText(["notes"], noted(earlier), noted(current))).toBe(lost);
    expect(losesText([person], noted(earlier), noted(current))).toBe(false);
  });

  it.each([
    ["stands beside others", { [person]: 6 }, { [person]: 6, [business]: 2 }, false],
    ["stands beside what another changed", { [person]: 6, [business]: 1 }, { [person]: 6 }, false],
    ["was blank", { [person]: null }, { [person]: 6 }, false],
    ["was changed", { [person]: 6 }, { [person]: 7 }, true],
    ["was zero", { [person]: 0 }, { [person]: 7 }, true],
    ["was blanked", { [person]: 6 }, {}, true],
  ])("in a cell %s", (_, earlier: Cells, current: Cells, lost: boolean) => {
    expect(losesText([person], stored(earlier), stored(current))).toBe(lost);
  });
});

describe("the order of a window's saves", () => {
  it("tells what is new from what came already or late, window by window", () => {
    const saves = withSave(withSave([], { window: "a", no: 3 }), { window: "b", no: 1 });
    const late = (window: string, no: number) => isLate(saves, { window, no });
    expect([late("a", 2), late("a", 3), late("a", 4)]).toEqual([true, true, false]);
    expect([late("b", 1), late("b", 2), late("c", 1)]).toEqual([true, false, false]);
  });

  it("remembers the newest of each, and only windows that wrote lately", () => {
    let saves = withSave([], { window: "first", no: 1 });
    for (let no = 1; no <= 15; no++) saves = withSave(saves, { window: `w${no}`, no });
    saves = withSave(saves, { window: "first", no: 2 });
    saves = withSave(saves, { window: "new", no: 1 });
    expect(saves).toHaveLength(16);
    expect(isLate(saves, { window: "first", no: 2 })).toBe(true);
    expect(isLate(saves, { window: "w1", no: 1 })).toBe(false);
  });
});

it.each([
  ["2026-01-05T03:00:00.000Z", "2026-01-05T03:00:00.000Z"],
  ["2026-01-05T03:14:59.999Z", "2026-01-05T03:00:00.000Z"],
  ["2026-01-05T03:15:00.000Z", "2026-01-05T03:15:00.000Z"],
])("a save at %s folds into the quarter of an hour from %s", (now, slot) => {
  expect(historySlot(new Date(now)).toISOString()).toBe(slot);
});
