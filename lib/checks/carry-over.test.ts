import { describe, expect, test } from "vitest";
import type { Cells, TableKey } from "@/lib/format/format";
import { foundBy, soundSections, withCells } from "@/tests/support/check-input";

const typed = (key: TableKey, values: Cells) => ({
  sections: withCells(soundSections(), key, values),
});

describe("T07", () => {
  const lastYear = withCells(soundSections(), "applications", {
    "carriedOut.naturalPerson": 3,
    "received.naturalPerson": 9,
  });

  test("compares column by column, and keeps both numbers in its name", () => {
    const { sections } = typed("applications", { "carriedIn.naturalPerson": 5 });
    const found = foundBy("T07", { sections, lastYear });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      tier: "warn",
      expected: "3",
      actual: "5",
      certain: true,
      fingerprint: "T07:applications:carriedIn.naturalPerson:3:5",
    });
  });

  test("finds the same sum in other columns", () => {
    const { sections } = typed("applications", { "carriedIn.business": 3 });
    const cells = foundBy("T07", { sections, lastYear }).map(({ cell }) => cell);
    expect(cells).toEqual(["carriedIn.naturalPerson", "carriedIn.business"]);
  });

  test("says nothing where the numbers agree, are blank, or there is no last year", () => {
    const agreeing = typed("applications", { "carriedIn.naturalPerson": 3 });
    const blank = typed("applications", { "carriedIn.naturalPerson": null });
    expect(foundBy("T07", { ...agreeing, lastYear })).toEqual([]);
    expect(foundBy("T07", { ...blank, lastYear })).toEqual([]);
    expect(foundBy("T07", { ...agreeing, lastYear: null })).toEqual([]);
  });

  test("cannot decide against a blank of last year", () => {
    const before = withCells(lastYear, "applications", { "carriedOut.naturalPerson": null });
    const some = typed("applications", { "carriedIn.naturalPerson": 1 });
    expect(foundBy("T07", { ...some, lastYear: before })[0]?.certain).toBe(false);
    expect(foundBy("T07", { lastYear: before })).toEqual([]);
  });

  const statement = {
    carriedOut: { naturalPerson: 4, business: 0 },
    document: "纸质存档件",
    byName: "马晓雯",
    at: "2026-01-05T00:00:00.000Z",
  };

  test("compares with what was stated where there is no last year, and says so", () => {
    const { sections } = typed("applications", { "carriedIn.naturalPerson": 5 });
    const [found, ...rest] = foundBy("T07", { sections, statement });
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      tier: "warn",
      expected: "4",
      message: "表三「自然人」列上年结转为5件，自填的上年结转下年度为4件",
    });
    const agreeing = typed("applications", { "carriedIn.naturalPerson": 4 });
    expect(foundBy("T07", { ...agreeing, statement })).toEqual([]);
  });

  test("believes last year's report, once it is there, and no statement", () => {
    const { sections } = typed("applications", { "carriedIn.naturalPerson": 4 });
    expect(foundBy("T07", { sections, statement, lastYear })).toMatchObject([
      { expected: "3", actual: "4", message: expect.stringContaining("上年报告结转下年度为3件") },
    ]);
    expect(foundBy("T17", { sections, statement, lastYear })).toEqual([]);
  });

  test("T17 tells whose word stands in for the report, and from which document", () => {
    expect(foundBy("T17", { statement })).toMatchObject([
      { tier: "hint", certain: false, message: expect.stringMatching(/马晓雯.*纸质存档件.*2024/) },
    ]);
    expect(foundBy("T17", {})).toEqual([]);
  });
});
