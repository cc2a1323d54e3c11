import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { anchorOf, findPassage, placeProblems, threadBlocks } from "@/lib/reviews/threads/rules";

const before = [
  "全年主动公开信息三十条。",
  "受理申请六件，均按期答复，没有收取费用。",
  "全年主动公开信息三十条，其中规范性文件两件。",
];

/** The words of `before` under an anchor. */
function quoted(text: string, paragraph: number) {
  const start = before[paragraph]?.indexOf(text) ?? -1;
  const anchor = anchorOf(before, { text, paragraph, start });
  if (!anchor) throw new Error(`No passage ${text}`);
  return anchor;
}

function wordsAt(paragraphs: string[], found: ReturnType<typeof findPassage>) {
  return found && paragraphs[found.paragraph]?.slice(found.start, found.end);
}

describe("a quoted passage", () => {
  const anchor = quoted("均按期答复", 1);

  it.each<[string, string[], string | null, boolean]>([
    ["stays where nothing changed", before, "均按期答复", false],
    ["moves with its paragraph", ["新增一段。", ...before], "均按期答复", false],
    ["moves within it", [`据统计，${before[1]}`], "均按期答复", false],
    ["stays in a text that is otherwise new", ["另写：均按期答复。"], "均按期答复", false],
    [
      "is found by its surroundings when its own words changed",
      ["受理申请六件，全部在二十日内答复，没有收取费用。"],
      "全部在二十日内答复",
      true,
    ],
    ["is found where nothing is left of it", ["受理申请六件，，没有收取费用。"], "", true],
    ["is gone with its paragraph", [before[0] ?? "", before[2] ?? ""], null, false],
    ["is gone from an empty section", [], null, false],
  ])("%s", (_, paragraphs, words, changed) => {
    const found = findPassage(paragraphs, anchor);
    expect(wordsAt(paragraphs, found)).toBe(words);
    if (found) expect(found.changed).toBe(changed);
  });

  it("is told from the same words elsewhere by what stands around it", () => {
    const third = quoted("信息三十条", 2);
    expect(findPassage(before, third)?.paragraph).toBe(2);
    expect(findPassage(["新段。", ...before], third)?.paragraph).toBe(3);
    expect(findPassage(before, quoted("信息三十条", 0))?.paragraph).toBe(0);
  });

  it("does not jump to a short word that stands alone elsewhere", () => {
    const short = quoted("六件", 1);
    expect(findPassage(["另有行政复议十六件次。"], short)).toBeNull();
  });

  it("is not cut through a character on either side", () => {
    const text = `${"𮧵".repeat(40)}此处${"𮧵".repeat(40)}`;
    for (const start of [80, 81]) {
      const anchor = anchorOf([`x${text}`], { text: "此处", paragraph: 0, start });
      expect(anchor && /\p{Cs}/u.test(anchor.prefix + anchor.suffix)).toBe(false);
    }
  });
});

describe("quoting", () => {
  it("takes the passage at its place, or where it is just once", () => {
    expect(anchorOf(before, { text: "信息三十条", paragraph: 2, start: 6 })?.paragraph).toBe(2);
    expect(anchorOf(before, { text: "按期", paragraph: 9, start: 0 })).toMatchObject({
      paragraph: 1,
      start: 8,
    });
  });

  it("refuses words that are not there, or of which it is not clear which are meant", () => {
    expect(anchorOf(before, { text: "没有的话", paragraph: 0, start: 0 })).toBeNull();
    expect(anchorOf(before, { text: "信息三十条", paragraph: 1, start: 0 })).toBeNull();
  });
});

const paragraph = fc.string({
  unit: fc.constantFrom("公", "开", "年", "，", "6", "𮧵"),
  maxLength: 30,
});

it("whatever the text around a passage becomes, the passage is found", () => {
  const surroundings = fc.tuple(fc.array(paragraph, { maxLength: 4 }), paragraph, paragraph);
  fc.assert(
    fc.property(surroundings, surroundings, ([above, left, right], [above2, left2, right2]) => {
      const text = "【引用的话】";
      const old = [...above, left + text + right];
      const anchor = anchorOf(old, { text, paragraph: above.length, start: left.length });
      const now = [...above2, left2 + text + right2, ...above];
      const found = anchor && findPassage(now, anchor);
      expect(found).toEqual({
        paragraph: above2.length,
        start: left2.length,
        end: left2.length + text.length,
        changed: false,
      });
    }),
  );
});

it("among any texts at all, what is found lies inside, and is the quote unless it says otherwise", () => {
  const anchors = fc.record({
    text: fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom("公", "开", "6") }),
    paragraph: fc.nat(5),
    start: fc.nat(20),
    prefix: paragraph,
    suffix: paragraph,
  });
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 5 }), anchors, (paragraphs, anchor) => {
      const found = findPassage(paragraphs, anchor);
      if (!found) return;
      const whole = paragraphs[found.paragraph] ?? "";
      expect(found.start).toBeLessThanOrEqual(found.end);
      expect(found.end).toBeLessThanOrEqual(whole.length);
      if (!found.changed) expect(whole.slice(found.start, found.end)).toBe(anchor.text);
    }),
  );
});

it("a thread stands on what the format has", () => {
  expect(placeProblems(format2021, "problems")).toEqual([]);
  expect(placeProblems(format2021, "applications", "received.naturalPerson")).toEqual([]);
  expect(placeProblems(format2021, "applications", "received.martian")).toHaveLength(1);
  expect(placeProblems(format2021, "problems", "received.naturalPerson")).toHaveLength(1);
  expect(placeProblems(format2021, "elsewhere")).toHaveLength(1);
});

it("an open must-resolve thread names its place, its opener and its words against a submission", () => {
  const words = `请核对\n${"长".repeat(100)}`;
  const fact = {
    section: "applications",
    cell: "received.naturalPerson",
    openedByName: "马丽",
    words,
  };
  const [sentence = ""] = threadBlocks(format2021, [fact]);
  for (const part of ["表三", "自然人", "马丽", "请核对 长"]) expect(sentence).toContain(part);
  expect(sentence.length).toBeLessThan(200);
});
