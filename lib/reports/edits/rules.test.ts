import { describe, expect, it } from "vitest";
import { type EditRow, editOf } from "@/lib/reports/edits/rules";

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
