import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import { emptySections } from "@/lib/format/content";
import type { Cells } from "@/lib/format/format";
import { identityQuestions, originsOf, withImported } from "@/lib/reports/imports/rules";

const report = { names: ["灋河回族区司法局", "灋河区司法局"], year: 2025 };

function printed(parts: number) {
  return { totals: {}, layout: [], headings: Array<string>(parts).fill("一、总体情况") };
}

describe("a text that may be the wrong one", () => {
  it.each([
    ["its own, under the full name", "灋河回族区司法局", 2025, 0],
    ["its own, under a registered short name", "灋河区司法局", 2025, 0],
    ["one that names neither", null, null, 1],
    ["last year's", "灋河回族区司法局", 2024, 1],
    ["a neighbour's", "灋河回族区教育局", 2025, 1],
    ["one with a look-alike name", "瀘河回族区司法局", 2025, 1],
    ["both", "灋河回族区教育局", 2024, 2],
  ])("%s", (_, bureauName, year, questions) => {
    const asked = identityQuestions({ bureauName, year, source: printed(2) }, report);
    expect(asked).toHaveLength(questions);
    if (year === 2024) expect(asked.join()).toContain("2024");
    if (!bureauName) expect(asked.join()).toContain("灋河回族区司法局2025年度");
    if (bureauName?.includes("教育")) expect(asked.join()).toContain("教育局");
  });
});

it("a part that comes alone has no title, and is not asked whose it is", () => {
  const part = { bureauName: null, year: null, source: printed(1) };
  expect(identityQuestions(part, report)).toEqual([]);
});

it("what the text does not have stays as it was", () => {
  const current = emptySections(format2021);
  current.problems = { kind: "prose", paragraphs: ["旧"] };
  current.other = { kind: "prose", paragraphs: ["旧"] };
  const merged = withImported(format2021, current, {
    problems: { kind: "prose", paragraphs: ["新"] },
  });
  expect(merged.problems).toEqual({ kind: "prose", paragraphs: ["新"] });
  expect(merged.other).toBe(current.other);
  expect(Object.keys(merged)).toEqual(Object.keys(current));
});

describe("a table that was read in part", () => {
  const table = (cells: Cells, notes: string[] = []) => ({
    kind: "table" as const,
    cells: withTotals(format2021.tables.disputes, cells),
    notes,
  });
  const [upheld, corrected, other] = ["upheld", "corrected", "other"].map(
    (column) => `reconsideration.${column}`,
  ) as [string, string, string];
  const current = emptySections(format2021);
  current.disputes = table({ [upheld]: 1, [corrected]: 2 }, ["现有的说明"]);

  it("replaces what was read, and keeps what was not, cell by cell", () => {
    const read = table({ [upheld]: 5, [corrected]: null, [other]: 0 });
    const merged = withImported(format2021, current, { disputes: read });
    const cells = { [upheld]: 5, [corrected]: 2, [other]: 0 };
    expect(merged.disputes).toEqual(table(cells, ["现有的说明"]));
  });

  it("brings its own notes", () => {
    const merged = withImported(format2021, current, { disputes: table({}, ["来稿的说明"]) });
    expect(merged.disputes).toEqual(table({ [upheld]: 1, [corrected]: 2 }, ["来稿的说明"]));
  });
});

it("neither a blank cell nor a computed one came with the import", () => {
  const originsIn = (key: "proactive" | "disputes", typed: Cells) => {
    const cells = withTotals(format2021.tables[key], typed);
    return originsOf(format2021, key, { kind: "table", cells, notes: [] });
  };
  const fees = { licences: 0, feesWan: "1.50" };
  expect(originsIn("proactive", fees)).toEqual({ licences: "imported", feesWan: "imported" });
  const upheld = originsIn("disputes", { "reconsideration.upheld": 2 });
  expect(upheld).toEqual({ "reconsideration.upheld": "imported" });
  const prose = originsOf(format2021, "other", { kind: "prose", paragraphs: [] });
  expect(prose).toEqual({ paragraphs: "imported" });
});
