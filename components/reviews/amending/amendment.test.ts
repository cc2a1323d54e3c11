import { describe, expect, it } from "vitest";
import {
  amendedPlaces,
  amendmentProblems,
  beginAmendment,
  changesOf,
  isStale,
  seenAgain,
} from "@/components/reviews/amending/amendment";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import type { SectionContent } from "@/lib/format/content";
import type { Cells } from "@/lib/format/format";

const prose = (...paragraphs: string[]): SectionContent => ({ kind: "prose", paragraphs });
const table = (typed: Cells, ...notes: string[]): SectionContent => ({
  kind: "table",
  cells: withTotals(format2021.tables.disputes, typed),
  notes,
});
const [upheld, other] = ["reconsideration.upheld", "reconsideration.other"];

describe("a paragraph changed by a reviewer", () => {
  const present = prose("甲。", "乙。");
  const begun = beginAmendment("problems", present, 1);

  it("changes nothing before anything is written", () => {
    expect(changesOf(format2021, begun, present)).toEqual([]);
    expect(isStale(begun, prose("全新。"))).toBe(false);
  });

  it("goes with the others of its section; an emptied one is gone, a line more is a paragraph more", () => {
    const written = { ...begun, texts: ["甲。\n甲二。", " "] };
    const sent = [{ section: "problems", paragraphs: ["甲。", "甲二。"] }];
    expect(changesOf(format2021, written, present)).toEqual(sent);
  });

  it("is looked at again where the text has become another", () => {
    const written = { ...begun, texts: ["甲改。", "乙。"] };
    const later = prose("甲。", "丙。");
    expect(isStale(written, later)).toBe(true);
    const seen = seenAgain(written, later);
    expect(isStale(seen, later)).toBe(false);
    expect(amendedPlaces(format2021, seen, later)).toMatchObject([{ after: "甲改。\n乙。" }]);
  });

  it("is not sent with a character that nobody can store", () => {
    expect(amendmentProblems(format2021, begun)).toEqual([]);
    const problems = amendmentProblems(format2021, { ...begun, texts: ["甲。", "乙\u0007"] });
    expect(problems).toEqual([expect.stringMatching(/^第 2 段：/)]);
  });
});

describe("a cell changed by a reviewer", () => {
  const present = table({ [upheld]: 1, [other]: 2 }, "注。");
  const begun = beginAmendment("disputes", present, 1);
  const written = { ...begun, cells: { [upheld]: { text: "５", base: 1 } } };

  it("goes alone, as a number, with its total for the eye", () => {
    const sent = [{ section: "disputes", cells: { [upheld]: 5 } }];
    expect(changesOf(format2021, written, present)).toEqual(sent);
    const same = { ...begun, cells: { [upheld]: { text: "1", base: 1 } } };
    expect(changesOf(format2021, same, present)).toEqual([]);
  });

  it("leaves what others changed beside it, and is looked at again where they changed it too", () => {
    const beside = table({ [upheld]: 1, [other]: 7 }, "新注。");
    expect(isStale(written, beside)).toBe(false);
    expect(changesOf(format2021, written, beside)).toEqual([
      { section: "disputes", cells: { [upheld]: 5 } },
    ]);
    const over = table({ [upheld]: 9, [other]: 2 }, "注。");
    expect(isStale(written, over)).toBe(true);
    expect(isStale(seenAgain(written, over), over)).toBe(false);
  });

  it("is refused by name where it is no number", () => {
    const wrong = { ...begun, cells: { [upheld]: { text: "5件", base: 1 } } };
    expect(amendmentProblems(format2021, wrong)).toEqual([
      expect.stringMatching(/^「.*」行「.*」列：/),
    ]);
  });
});
