import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { MAX_COUNT, typedCells, withTotals } from "@/lib/format/cells";
import {
  cellsOf,
  emptySections,
  findSection,
  flattenCells,
  fromContent,
  getFormat,
  nestCells,
  paragraphsOf,
  type ReportIdentity,
  type Sections,
  toContent,
} from "@/lib/format/content";
import { type Cells, isTableKey, sectionsOf, type TableKey } from "@/lib/format/format";

const identity: ReportIdentity = { format: "2021", bureau: "sfj", year: 2025, scope: "own" };
const tables = Object.keys(format2021.tables) as TableKey[];

const paragraphs = fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { maxLength: 4 });

function typed(table: TableKey): fc.Arbitrary<Cells> {
  const cells = typedCells(format2021.tables[table]).map(({ key, kind }) => [
    key,
    kind === "fee"
      ? fc.option(fc.constantFrom("0", "12.50"))
      : fc.option(fc.nat({ max: MAX_COUNT })),
  ]);
  return fc.record(Object.fromEntries(cells));
}

/** Any report that could have been typed. */
const anySections: fc.Arbitrary<Sections> = fc.record(
  Object.fromEntries(
    sectionsOf(format2021).map(({ key }) => [
      key,
      isTableKey(key)
        ? fc.record({
            kind: fc.constant("table"),
            cells: typed(key).map((cells) => withTotals(format2021.tables[key], cells)),
            notes: paragraphs,
          })
        : fc.record({ kind: fc.constant("prose"), paragraphs }),
    ]),
  ),
) as fc.Arbitrary<Sections>;

describe("content as JSON", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const json = JSON.parse(JSON.stringify(toContent(identity, sections)));
        expect(fromContent(json)).toEqual(sections);
      }),
      { numRuns: 40 },
    );
  });

  it.each(tables)("the cells of %s survive nesting", (table) => {
    fc.assert(
      fc.property(typed(table), (values) => {
        const cells = withTotals(format2021.tables[table], values);
        expect(flattenCells(format2021, table, nestCells(cells))).toEqual(cells);
      }),
      { numRuns: 40 },
    );
  });

  it("has the shape that others build on", () => {
    const content = toContent(identity, emptySections(format2021));
    expect(Object.keys(content)).toEqual([
      "format",
      "bureau",
      "year",
      "scope",
      "sections",
      "tables",
    ]);
    expect(content.sections["overview.lead"]).toEqual([]);
    expect(content.tables.applications.received).toEqual({
      naturalPerson: null,
      business: null,
      research: null,
      charity: null,
      legalService: null,
      otherBody: null,
      total: null,
    });
    expect(content.tables.proactive.feesWan).toBeNull();
  });

  it("computes totals again instead of taking them over, and drops strange cells", () => {
    const content = toContent(identity, emptySections(format2021));
    const received = { naturalPerson: 6, total: 99, strange: 1 };
    content.tables.applications = { received, __proto__: { granted: 1 } };
    expect(flattenCells(format2021, "applications", { strange: { a: 1 } })).toEqual({});
    const cells = cellsOf(fromContent(content), "applications");
    expect(cells["received.total"]).toBe(6);
    expect(cells["granted.naturalPerson"]).toBeNull();
    expect(Object.keys(cells)).toHaveLength(175);
  });
});

describe("sections", () => {
  it("are found by their own key alone", () => {
    expect(findSection(format2021, "overview.lead")?.kind).toBe("prose");
    for (const key of ["overview", "__proto__", "constructor", ""]) {
      expect(findSection(format2021, key)).toBeUndefined();
    }
  });

  it("give the paragraphs of prose and the notes of a table", () => {
    const sections = emptySections(format2021);
    sections.problems = { kind: "prose", paragraphs: ["一"] };
    sections.disputes = { kind: "table", cells: {}, notes: ["注"] };
    expect(paragraphsOf(sections, "problems")).toEqual(["一"]);
    expect(paragraphsOf(sections, "disputes")).toEqual(["注"]);
    expect(cellsOf(sections, "proactive").licences).toBeNull();
  });
});

it.each(["2019", "__proto__", "constructor"])("an unknown format %j is an error", (version) => {
  expect(() => getFormat(version)).toThrow(/Unknown report format/);
});
