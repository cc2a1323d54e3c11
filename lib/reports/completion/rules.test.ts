import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { typedCells, withTotals } from "@/lib/format/cells";
import { emptySections, type SectionContent } from "@/lib/format/content";
import { blankCells, markOf, progressOf } from "@/lib/reports/completion/rules";

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
    expect(markOf(format2021, "disputes", content, findings)).toBe(mark);
  });

  it("says 空 and 完成 of prose", () => {
    expect(markOf(format2021, "title", { kind: "prose", paragraphs: [] }, [])).toBe("empty");
    expect(markOf(format2021, "title", { kind: "prose", paragraphs: ["题"] }, [])).toBe("done");
  });

  it("counts only what is typed as blank", () => {
    expect(blankCells(format2021, "disputes", empty)).toHaveLength(12);
    expect(blankCells(format2021, "disputes", filled(11))).toHaveLength(1);
  });
});

describe("progressOf", () => {
  it("counts the sections that are done, and none that is left to choice", () => {
    const sections = emptySections(format2021);
    expect(progressOf(format2021, sections, [])).toBe(0);
    const prose = (text: string): SectionContent => ({ kind: "prose", paragraphs: [text] });
    const written = { ...sections, disputes: filled(12), other: prose("无。") };
    expect(progressOf(format2021, written, [])).toBe(2);
    expect(progressOf(format2021, { ...written, signoff: prose("灋河") }, [])).toBe(2);
    expect(progressOf(format2021, written, [{ section: "other", tier: "block" }])).toBe(1);
  });
});
