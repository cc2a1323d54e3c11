import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { emptySections, type Sections } from "@/lib/format/content";
import type { Cells } from "@/lib/format/format";
import { carriedInOf, differingCarriedIn, firstApplications } from "@/lib/reports/carrying/rules";

function lastYearWith(cells: Cells): Sections {
  const applications = { kind: "table" as const, cells, notes: [] };
  return { ...emptySections(format2021), applications };
}

const lastYear = lastYearWith({
  "carriedOut.naturalPerson": 3,
  "carriedOut.business": 0,
  "carriedOut.total": 3,
  "carriedIn.naturalPerson": 9,
});

describe("carriedInOf", () => {
  it("takes each column's 结转下年度, zero included, and nothing for a blank", () => {
    expect(carriedInOf(lastYear)).toEqual({
      "carriedIn.naturalPerson": 3,
      "carriedIn.business": 0,
    });
  });
});

describe("firstApplications", () => {
  it("marks what it carries, computes the total, and leaves the rest blank", () => {
    const { content, origins } = firstApplications(format2021, lastYear);
    expect(origins).toEqual({
      "carriedIn.naturalPerson": "carried",
      "carriedIn.business": "carried",
    });
    if (content.kind !== "table") throw new Error("No table");
    const filled = Object.entries(content.cells).filter(([, value]) => value !== null);
    expect(Object.fromEntries(filled)).toEqual({
      "carriedIn.naturalPerson": 3,
      "carriedIn.business": 0,
      "carriedIn.total": 3,
    });
  });

  it("is blank without last year's report", () => {
    const { content, origins } = firstApplications(format2021, null);
    expect(content).toEqual(emptySections(format2021).applications);
    expect(origins).toEqual({});
  });
});

describe("differingCarriedIn", () => {
  it("names what is missing or other, with last year's value, and not what last year left blank", () => {
    const now = { "carriedIn.naturalPerson": 4, "carriedIn.research": 7 };
    expect(differingCarriedIn(now, lastYear)).toEqual({
      "carriedIn.naturalPerson": 3,
      "carriedIn.business": 0,
    });
    expect(differingCarriedIn(carriedInOf(lastYear), lastYear)).toEqual({});
  });
});
