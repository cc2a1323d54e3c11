import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import type { Cells } from "@/lib/format/format";
import { type EditRow, editOf, withOldText } from "@/lib/reports/edits/rules";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 3, minute));
const prose = (text: string) => JSON.stringify({ paragraphs: [text] });

function row(saved: number | null, revision: number | null): EditRow {
  const report = {
    format: "2021",
    bureau: "sfj",
    year: 2025,
    scope: "own",
    sections: { problems: ["稿。"] },
    tables: {},
  };
  const when = (minute: number) => at(minute).toISOString();
  return {
    format: "2021",
    section: "problems",
    who: "甲",
    at: at(30),
    content: prose("后。"),
    saved: saved === null ? null : { who: "乙", at: when(saved), content: prose("前。") },
    revision:
      revision === null
        ? null
        : { who: "丙", at: when(revision), no: 4, content: JSON.stringify(report) },
  };
}

describe("an edit is set against", () => {
  it.each([
    ["the save before it", row(20, null), "乙", null, "前。"],
    ["a 稿 that came after that save", row(20, 25), "丙", 4, "稿。"],
    ["a 稿 made of that very save", row(20, 20), "丙", 4, "稿。"],
    ["the save where the 稿 is older", row(20, 10), "乙", null, "前。"],
    ["a 稿 where no save is before it", row(null, 10), "丙", 4, "稿。"],
  ])("%s", (_, stored, who, revisionNo, before) => {
    const edit = editOf(stored);
    expect(edit.before).toMatchObject({ who, revisionNo });
    expect(edit.changes).toMatchObject([{ section: "problems", before, after: "后。" }]);
  });

  it("nothing where it is the first", () => {
    expect(editOf(row(null, null))).toMatchObject({ before: null, changes: [] });
  });
});

describe("what comes back", () => {
  const table = (typed: Cells, notes: string[]) => ({
    kind: "table" as const,
    cells: withTotals(format2021.tables.disputes, typed),
    notes,
  });
  const [upheld, other] = ["reconsideration.upheld", "reconsideration.other"];
  const present = table({ [upheld]: 1, [other]: 2 }, ["今"]);
  const old = table({ [upheld]: 5, [other]: 7 }, ["昔"]);
  const back = (places: string[] | null) =>
    withOldText(format2021, "disputes", present, { content: old, places });

  it("is the whole section of an edit", () => {
    expect(back(null)).toEqual(old);
  });

  it("is the places of a clash alone, with their totals", () => {
    const cells = { [upheld]: 5, [other]: 2, "reconsideration.total": 7 };
    expect(back([upheld])).toMatchObject({ cells, notes: ["今"] });
    expect(back(["notes"])).toEqual({ ...present, notes: ["昔"] });
  });
});
