import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import { emptySections, type Sections } from "@/lib/format/content";
import type { CellValue, SectionKey } from "@/lib/format/format";
import { openings } from "@/lib/reports/editing/rules";
import { decision, itemAt, textHashes } from "@/tests/support/facts";

const all = Object.keys(textHashes);
const cell = "received.naturalPerson";

function textWith(value: CellValue): Sections {
  const cells = withTotals(format2021.tables.applications, { [cell]: value });
  const applications = { kind: "table" as const, cells, notes: [] };
  return { ...emptySections(format2021), applications };
}

const returnOf = (...places: [section: string, cell?: string][]) =>
  decision("review2", "review2", {
    kind: "RETURN",
    items: places.map(([section, named = null]) => itemAt(section, { cell: named })),
  });

const facts = {
  identity: { format: "2021" },
  hashes: textHashes,
  sections: textWith(1),
  returned: { hashes: textHashes, sections: textWith(1) },
  findings: [],
  widenings: [],
};

const returned = {
  ...facts,
  draft: "RETURNED" as const,
  decisions: [returnOf(["problems"])],
};

describe("which sections may be edited", () => {
  it.each([
    ["DRAFT", ["problems"], all],
    ["RETURNED", ["problems"], ["problems"]],
    ["RETURNED", [], all],
    ["IN_REVIEW", ["problems"], []],
    ["APPROVED", [], []],
    ["SCHEDULED", [], []],
    ["IDLE", [], []],
  ] as const)("%s after a return of %j", (draft, sections, editable) => {
    const decisions = [returnOf(...sections.map((key): [string] => [key]))];
    const whole = Object.fromEntries(editable.map((key) => [key, "all"]));
    expect(openings({ ...facts, draft, decisions })).toEqual(whole);
  });

  it.each([
    ["block", null, { title: "all", problems: "all" }],
    ["warn", null, { title: "all", problems: "all" }],
    ["warn", { reason: "已核实无误" }, { problems: "all" }],
    ["hint", null, { problems: "all" }],
  ] as const)("a %s finding, explained by %j, elsewhere", (tier, explanation, editable) => {
    const findings = [{ section: "title" as const, tier, explanation }];
    expect(openings({ ...returned, findings })).toEqual(editable);
  });

  it("a section changed since the return stays open when its finding is gone", () => {
    const hashes = { ...textHashes, title: "t2" };
    expect(openings({ ...returned, hashes })).toEqual({ title: "all", problems: "all" });
  });

  it("a section that the drafter opened since the return, not before it", () => {
    const opened = { section: "title", reason: "同步修改。", byName: "clerk" };
    const at = (day: string) => [{ ...opened, at: `2026-0${day}T00:00:00.000Z` }];
    const whole = { title: "all", problems: "all" };
    expect(openings({ ...returned, widenings: at("2-01") })).toEqual(whole);
    expect(openings({ ...returned, widenings: at("1-01") })).toEqual({ problems: "all" });
  });
});

describe("which cells may be edited", () => {
  const decisions = [returnOf(["applications", cell])];
  const exact = { ...returned, decisions };
  const cellsOpen = (changes: Partial<typeof exact>) =>
    openings({ ...exact, ...changes })["applications" satisfies SectionKey];

  it("those that were returned, and nothing else of the table", () => {
    expect(openings(exact)).toEqual({ applications: [cell] });
  });

  it("the whole table where one item means all of it", () => {
    const both = returnOf(["applications", cell], ["applications"]);
    expect(cellsOpen({ decisions: [both] })).toBe("all");
  });

  it("of a computed cell those that it is computed from", () => {
    const sum = returnOf(["applications", "carriedOut.total"]);
    expect(cellsOpen({ decisions: [sum] })).toHaveLength(6);
    expect(cellsOpen({ decisions: [sum] })).toContain("carriedOut.otherBody");
  });

  it("what a correction has made wrong: all cells that the finding hangs on", () => {
    const finding = { section: "applications" as const, tier: "block" as const, cell };
    const other = "carriedOut.naturalPerson";
    expect(cellsOpen({ findings: [{ ...finding, cell: other }] as never[] })).toEqual([
      cell,
      other,
    ]);
    const cells = ["granted.naturalPerson", other];
    expect(cellsOpen({ findings: [{ ...finding, cells }] as never[] })).toEqual([cell, ...cells]);
  });

  it("what was changed since, also when its finding is gone", () => {
    const before = textWith(null);
    const problems = [returnOf(["problems"])];
    const back = { hashes: textHashes, sections: before };
    expect(cellsOpen({ decisions: problems, returned: back })).toEqual([cell]);
    expect(cellsOpen({ decisions: problems })).toBeUndefined();
  });

  it("the whole table once the drafter opened it", () => {
    const opened = { section: "applications", reason: "同步修改。", byName: "clerk" };
    const widenings = [{ ...opened, at: "2026-02-01T00:00:00.000Z" }];
    expect(cellsOpen({ widenings: widenings as never[] })).toBe("all");
  });
});
