import { describe, expect, test } from "vitest";
import { runChecks } from "@/lib/checks/evaluator";
import type { BureauRegister, CheckInput, Finding } from "@/lib/checks/finding";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import { cellsOf } from "@/lib/format/content";
import { fahe } from "@/tests/support/check-input";
import { areSamplesHere, readSample, type Sample } from "@/tests/support/samples";

function inputOf(sample: Sample, register: BureauRegister): CheckInput {
  const { year, scope, sections, source } = sample;
  const identity = { format: "2021", bureau: "sample", year, scope };
  return {
    identity,
    format: format2021,
    sections,
    source,
    register,
    lastYear: null,
    statement: null,
  };
}

/** A city or district government whose report is read. */
function government(name: string, ...regionNames: string[]): BureauRegister {
  return { name, shortNames: [], regionNames, mediaNames: [] };
}

/** What was printed otherwise than the official table is the source's own fault: judged apart. */
function withoutLayout(findings: Finding[]): Finding[] {
  return findings.filter(({ rule }) => rule !== "T10");
}

const names = (findings: Finding[]) => findings.map(({ tier, rule }) => `${tier} ${rule}`);

describe.skipIf(!areSamplesHere)("real reports (the samples lie beside the project)", () => {
  describe("灋河-2025", () => {
    const input = () => inputOf(readSample("灋河-2025"), fahe);

    test("shows its misspelt name and nothing false", () => {
      const found = withoutLayout(runChecks(input()));
      expect(found).toHaveLength(1);
      const [name] = found;
      expect(name).toMatchObject({ rule: "W01", tier: "warn", section: "problems", certain: true });
      expect(name).toMatchObject({ actual: "瀘河区司法局", expected: "灋河区司法局" });
      const section = input().sections.problems;
      const text = section.kind === "prose" ? section.paragraphs[name?.range?.paragraph ?? 9] : "";
      expect(text?.slice(name?.range?.start, name?.range?.end)).toBe("瀘河区司法局");
    });

    test("its table without 总计 is a hint: the form prints the official one", () => {
      const layout = runChecks(input()).filter(({ rule }) => rule === "T10");
      expect(layout.map(({ message }) => message).join()).toContain("总计");
      expect(layout.map(({ tier, section }) => `${tier} ${section}`)).toEqual(
        layout.map(() => "hint applications"),
      );
    });

    test("with one more application received, table and prose disagree", () => {
      const changed = input();
      const cells = { ...cellsOf(changed.sections, "applications"), "received.naturalPerson": 7 };
      changed.sections.applications = {
        kind: "table",
        cells: withTotals(format2021.tables.applications, cells),
        notes: [],
      };
      const found = withoutLayout(runChecks({ ...changed, source: null }));
      expect(names(found)).toEqual(["block T03", "warn P01", "warn W01"]);
    });
  });

  test("淮安-2024 is clean", () => {
    const register = government("淮安市人民政府", "淮安市");
    expect(runChecks(inputOf(readSample("淮安-2024"), register))).toEqual([]);
  });

  test.each(["宿迁-2023", "宿迁-2024"])(
    "%s: “收到” takes in last year's, 备案 is no count",
    (name) => {
      const register = government("宿迁市人民政府", "宿迁市");
      const input = { ...inputOf(readSample(name), register), source: null };
      // The samples were handed down without their titles.
      expect(names(runChecks(input))).toEqual(["block F06"]);
    },
  );

  test("宿迁-2024 carries in what 宿迁-2023 carried out", () => {
    const register = government("宿迁市人民政府", "宿迁市");
    const lastYear = readSample("宿迁-2023").sections;
    const found = runChecks({ ...inputOf(readSample("宿迁-2024"), register), lastYear });
    expect(found.filter(({ rule }) => rule === "T07")).toEqual([]);
  });

  test("洪泽-2023 publishes two wrong totals and a row in blank", () => {
    const register = government("淮安市洪泽区人民政府", "淮安市洪泽区", "洪泽区");
    const found = withoutLayout(runChecks(inputOf(readSample("洪泽-2023"), register)));
    expect(names(found)).toEqual(["block T06", "block T04", "block T04"]);
    const places = found.map(({ cell }) => cell).slice(1);
    expect(places).toEqual(["reconsideration.total", "litigationAfterReconsideration.total"]);
  });

  test("洪泽-2024 writes of the office and counts the whole district", () => {
    const register = government("淮安市洪泽区人民政府", "淮安市洪泽区", "洪泽区");
    const found = withoutLayout(runChecks(inputOf(readSample("洪泽-2024"), register)));
    expect(names(found)).toEqual(["block T06", "warn P01"]);
    expect(found[1]).toMatchObject({ expected: "95", actual: "17" });
  });
});
