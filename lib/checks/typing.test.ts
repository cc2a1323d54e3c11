import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runChecks } from "@/lib/checks/evaluator";
import { format2021 } from "@/lib/format/2021";
import { allColumns, applicantColumns, outcomeRows } from "@/lib/format/2021-applications";
import { typedCells, withTotals } from "@/lib/format/cells";
import type { Cells, TableKey } from "@/lib/format/format";
import { checkInput, soundSections } from "@/tests/support/check-input";

const counts = (table: TableKey) => {
  const value = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.constant(null));
  const keys = typedCells(format2021.tables[table]).map(({ key }) => key);
  return fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 60 });
};

/** What stands in a table after a person typed these values one after the other. */
function afterTyping(table: TableKey, start: Cells, edits: [string, number | null][]): Cells {
  const format = format2021.tables[table];
  let cells = withTotals(format, start);
  for (const [key, value] of edits) cells = withTotals(format, { ...cells, [key]: value });
  return cells;
}

const number = (cells: Cells, key: string) => Number(cells[key] ?? 0);
const add = (cells: Cells, keys: string[]) => keys.reduce((n, key) => n + number(cells, key), 0);
const zeros = (table: TableKey): Cells =>
  Object.fromEntries(typedCells(format2021.tables[table]).map(({ key }) => [key, 0]));

describe("whatever is typed, in whatever order", () => {
  const rows = ["received", "carriedIn", ...outcomeRows.map(({ key }) => key), "carriedOut"];

  test("A1 and A2 hold, and T03 stands in the complete columns that are out of balance", () => {
    fc.assert(
      fc.property(counts("applications"), fc.boolean(), (edits, fromZero) => {
        const cells = afterTyping("applications", fromZero ? zeros("applications") : {}, edits);
        for (const row of [...rows, "concluded"]) {
          const parts = applicantColumns.map(({ key }) => `${row}.${key}`);
          expect(number(cells, `${row}.total`)).toBe(add(cells, parts));
        }
        for (const { key } of allColumns) {
          const parts = outcomeRows.map((row) => `${row.key}.${key}`);
          expect(number(cells, `concluded.${key}`)).toBe(add(cells, parts));
        }
        const unbalanced = applicantColumns
          .map(({ key }) => key)
          .filter((key) => rows.every((row) => cells[`${row}.${key}`] !== null))
          .filter((key) => {
            const outcome = outcomeRows.map((row) => `${row.key}.${key}`);
            const left = add(cells, [`received.${key}`, `carriedIn.${key}`]);
            return left !== add(cells, [...outcome, `carriedOut.${key}`]);
          });
        const sections = { ...soundSections() };
        sections.applications = { kind: "table", cells, notes: [] };
        const found = runChecks(checkInput({ sections }));
        const named = found.filter(({ rule }) => rule === "T03").map(({ cell }) => cell);
        expect(named).toEqual(unbalanced.map((key) => `received.${key}`));
        expect(found.filter(({ rule }) => ["T01", "T02", "T05"].includes(rule))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("B1 holds", () => {
    fc.assert(
      fc.property(counts("disputes"), (edits) => {
        const cells = afterTyping("disputes", {}, edits);
        for (const row of [
          "reconsideration",
          "litigationDirect",
          "litigationAfterReconsideration",
        ]) {
          const parts = ["upheld", "corrected", "other", "pending"].map((key) => `${row}.${key}`);
          expect(number(cells, `${row}.total`)).toBe(add(cells, parts));
        }
        const sections = { ...soundSections() };
        sections.disputes = { kind: "table", cells, notes: [] };
        const found = runChecks(checkInput({ sections }));
        expect(found.filter(({ rule }) => rule === "T04")).toEqual([]);
      }),
    );
  });
});
