import { describe, expect, it } from "vitest";
import { emptySections, getFormat, toContent } from "@/lib/format/content";
import { doubtOutcome, importCounts } from "@/lib/reports/imports/rules";
import type { Change } from "@/lib/reports/revisions/rules";

function change(cell: string | null, before: string | null, after: string | null): Change {
  return { section: cell ? "proactive" : "problems", label: "", cell, before, after };
}

describe("what an import would do, in numbers", () => {
  it("tells what is filled from what is replaced", () => {
    const changes = [
      change(null, null, "新"),
      change(null, "旧", "新"),
      change("licences", null, "0"),
      change("penalties", "3", "4"),
    ];
    expect(importCounts(changes)).toEqual({
      prose: 2,
      cells: 2,
      replacedProse: 1,
      replacedCells: 1,
    });
  });

  it("says of a doubt about a cell what becomes of the cell", () => {
    const sections = emptySections(getFormat("2021"));
    const identity = { format: "2021", bureau: "sfj", year: 2025, scope: "own" as const };
    const content = toContent(identity, {
      ...sections,
      proactive: { kind: "table", cells: { licences: 0 }, notes: [] },
    });
    const doubt = (cell: string | null) => ({
      where: { section: "proactive" as const, cell, line: 1 },
      raw: "",
      reason: "",
    });
    expect(doubtOutcome(doubt("licences"), content)).toBe("kept");
    expect(doubtOutcome(doubt("penalties"), content)).toBe("blank");
    expect(doubtOutcome(doubt(null), content)).toBeNull();
    const total = {
      ...doubt("received.total"),
      where: { ...doubt("received.total").where, section: "applications" as const },
    };
    expect(doubtOutcome(total, content)).toBe("computed");
  });
});
