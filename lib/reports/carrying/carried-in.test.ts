import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { emptySections, type Sections } from "@/lib/format/content";
import type { Cells } from "@/lib/format/format";
import {
  carriedInOf,
  differingCarriedIn,
  firstApplications,
  withStated,
} from "@/lib/reports/carrying/rules";

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

const handedOn = { naturalPerson: 3, business: 0, research: null };

describe("carriedInOf", () => {
  it("takes each column's 结转下年度, zero included, and nothing for a blank", () => {
    expect(carriedInOf(handedOn)).toEqual({
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
    expect(differingCarriedIn(now, handedOn)).toEqual({
      "carriedIn.naturalPerson": 3,
      "carriedIn.business": 0,
    });
    expect(differingCarriedIn(carriedInOf(handedOn), handedOn)).toEqual({});
  });
});

describe("withStated", () => {
  const present = {
    cells: {
      "received.business": 2,
      "carriedIn.business": 5,
      "carriedIn.research": 6,
      "carriedIn.charity": 7,
    },
    notes: ["注"],
    origins: {
      "carriedIn.business": "typed" as const,
      "carriedIn.research": "imported" as const,
      "carriedIn.charity": "stated" as const,
    },
  };
  const stated = { naturalPerson: 3, business: 1, research: 1, charity: 1 };

  it("fills what is blank or was stated before, marks it, and leaves what a person put there", () => {
    const { content, origins } = withStated(format2021, present, stated);
    if (content.kind !== "table") throw new Error("No table");
    expect(content.cells).toMatchObject({
      "received.business": 2,
      "carriedIn.naturalPerson": 3,
      "carriedIn.business": 5,
      "carriedIn.research": 6,
      "carriedIn.charity": 1,
      "carriedIn.total": 15,
    });
    expect(content.notes).toEqual(["注"]);
    expect(origins).toEqual({
      "carriedIn.naturalPerson": "stated",
      "carriedIn.charity": "stated",
    });
  });
});
