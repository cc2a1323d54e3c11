import fc from "fast-check";
import { describe, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { readText } from "@/lib/importing/text";
import { expectNoWrongValue } from "@/tests/support/expect-tables";
import { balancedTables, tabbedReport, wrappedReport } from "@/tests/support/report-text";

describe("never a wrong value", () => {
  const numbers = fc.array(fc.nat(3000), { minLength: 1, maxLength: 200 });
  const sparse = fc.array(fc.oneof(fc.constant(0), fc.nat(9)), { minLength: 1, maxLength: 200 });
  const places = fc.array(fc.tuple(fc.nat(), fc.nat(2)), { maxLength: 4 });

  it.each([
    ["cells that are blank", 0],
    ["cells that are gone", 1],
    ["lines that are gone", 2],
  ])("whatever a tabbed text has lost: %s", (_, kind) => {
    fc.assert(
      fc.property(fc.oneof(numbers, sparse), places, (list, damage) => {
        const truth = balancedTables(list);
        const rows = tabbedReport(truth)
          .split("\n")
          .map((line) => line.split("\t"));
        for (const [place] of damage) {
          const tabs = rows.filter((row) => row.length > 1 && row.some((c) => /^\d/.test(c)));
          const row = tabs[place % tabs.length];
          const filled = row?.flatMap((cell, i) => (/^\d+$/.test(cell) ? [i] : [])) ?? [];
          const at = filled[place % Math.max(1, filled.length)];
          if (row === undefined || at === undefined) continue;
          if (kind === 0) row[at] = "";
          if (kind === 1) row.splice(at, 1);
          if (kind === 2) row.splice(0, row.length);
        }
        const text = rows.map((row) => row.join("\t")).join("\n");
        expectNoWrongValue(readText(text, format2021), truth, kind < 2);
      }),
      { numRuns: 100 },
    );
  });

  it("whatever numbers and lines a wrapped text has lost", () => {
    fc.assert(
      fc.property(fc.oneof(numbers, sparse), places, fc.boolean(), (list, damage, above) => {
        const truth = balancedTables(list);
        const rows = wrappedReport(truth, above)
          .split("\n")
          .map((line) => line.split(" "));
        for (const [place, kind] of damage) {
          const values = rows.filter((row) => /^[\d.]+$/.test(row.at(-1) ?? ""));
          const row = values[place % values.length];
          if (!row) continue;
          if (kind === 0) row.splice(row.length - 1 - (place % Math.min(row.length, 7)), 1);
          if (kind === 1) row.splice(-2, 2, row.slice(-2).join(""));
          if (kind === 2) rows.splice(rows.indexOf(row), 1, ["7"]);
        }
        expectNoWrongValue(
          readText(rows.map((row) => row.join(" ")).join("\n"), format2021),
          truth,
        );
      }),
      { numRuns: 200 },
    );
  });
});
