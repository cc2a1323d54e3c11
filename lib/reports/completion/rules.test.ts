import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { typedCells, withTotals } from "@/lib/format/cells";
import { emptySections, type SectionContent, type Sections } from "@/lib/format/content";
import { blankCells, markOf, type OpenFinding, progressOf } from "@/lib/reports/completion/rules";

const table = format2021.tables.disputes;
const empty = emptySections(format2021).disputes;

function filled(count: number): SectionContent {
  const typed = typedCells(table).slice(0, count);
  const cells = withTotals(table, Object.fromEntries(typed.map(({ key }) => [key, 0])));
  return { kind: "table", cells, notes: [] };
}

describe("markOf", () => {
  const against = { section: "disputes", tier: "block" } as const;
  const warned = { section: "disputes", tier: "warn" } as const;

  it.each([
    ["empty", empty, []],
    ["empty", empty, [against]],
    ["partial", filled(3), []],
    ["partial", filled(3), [against]],
    ["faulty", filled(12), [against]],
    ["faulty", filled(12), [warned]],
    ["done", filled(12), [{ ...warned, explanation: {} }]],
    ["done", filled(12), [{ ...against, section: "title" as const }]],
    ["done", filled(12), [{ section: "disputes" as const, tier: "hint" as const }]],
  ])("says %s", (mark, content, findings) => {
    expect(markOf(format2021, "disputes", content, findings, false)).toBe(mark);
  });

  it("says 有问题 of what cannot be stored, however much is blank beside it", () => {
    for (const content of [empty, filled(3), filled(12)]) {
      expect(markOf(format2021, "disputes", content, [], true)).toBe("faulty");
    }
  });

  it("says 空 and 完成 of prose", () => {
    expect(markOf(format2021, "title", { kind: "prose", paragraphs: [] }, [], false)).toBe("empty");
    expect(markOf(format2021, "title", { kind: "prose", paragraphs: ["题"] }, [], false)).toBe(
      "done",
    );
  });

  it("counts only what is typed as blank", () => {
    expect(blankCells(format2021, "disputes", empty)).toHaveLength(12);
    expect(blankCells(format2021, "disputes", filled(11))).toHaveLength(1);
  });
});

describe("progressOf", () => {
  const progress = (sections: Sections, findings: OpenFinding[] = [], refused = "") =>
    progressOf(format2021, sections, findings, (key) => key === refused);

  it("counts the sections that are done, and none that is left to choice", () => {
    const sections = emptySections(format2021);
    expect(progress(sections)).toBe(0);
    const prose = (text: string): SectionContent => ({ kind: "prose", paragraphs: [text] });
    const written = { ...sections, disputes: filled(12), other: prose("无。") };
    expect(progress(written)).toBe(2);
    expect(progress({ ...written, signoff: prose("灋河") })).toBe(2);
    expect(progress(written, [{ section: "other", tier: "block" }])).toBe(1);
    expect(progress(written, [], "other")).toBe(1);
  });
});
