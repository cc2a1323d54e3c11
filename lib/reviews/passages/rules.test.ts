import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorOf, findPassage } from "@/lib/reviews/passages/rules";

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

  it("is found among characters of two halves, and never begins or ends within one", () => {
    const rare = ["𮧵𮧶局", "𮧵𮧶局收到𮧵𮧶申请。"];
    const anchor = anchorOf(rare, { text: "𮧵𮧶申", paragraph: 1, start: 7 });
    const now = ["𮧵𮧶局", "𮧷𮧵𮧶局收到𮧷𮧶申请。"];
    const found = anchor && findPassage(now, anchor);
    expect(found && /\p{Cs}/u.test(wordsAt(now, found) ?? "")).toBe(false);
    expect(wordsAt(now, found)).toContain("𮧷𮧶申");
  });
});

describe("a passage whose words stand in two places", () => {
  const second = quoted("信息三十条", 2);

  it("is not taken for the other one when its own words change, or when it goes", () => {
    const edited = "全年主动公开信息四十条，其中规范性文件两件。";
    const found = findPassage([before[0] ?? "", before[1] ?? "", edited], second);
    expect(found).toMatchObject({ paragraph: 2, changed: true });
    expect(wordsAt([before[0] ?? "", before[1] ?? "", edited], found)).toContain("信息四十条");
    expect(findPassage(before.slice(0, 2), second)).toBeNull();
  });

  it("is the same one of equal paragraphs, when others are written above them", () => {
    const twins = ["无此情况。", "无此情况。", "无此情况。"];
    const anchor = anchorOf(twins, { text: "此情况", paragraph: 1, start: 1 });
    for (const above of [[], ["新增。"], ["新增。", "再增。", "又增。"]]) {
      const found = anchor && findPassage([...above, ...twins], anchor);
      expect(found).toMatchObject({ paragraph: above.length + 1, changed: false });
    }
  });

  it("stays where it was when it is copied to a place of its own", () => {
    const anchor = quoted("均按期答复", 1);
    const copied = [...before, "另外，上年结转的一件，均按期答复。"];
    expect(findPassage(copied, anchor)).toMatchObject({ paragraph: 1, changed: false });
  });
});

describe("a paragraph cut in two, or joined with its neighbour", () => {
  const anchor = quoted("均按期答复", 1);

  it.each<[string, string[], string, boolean]>([
    [
      "right before the passage",
      ["受理申请六件，", "均按期答复，没有收取费用。"],
      "均按期答复",
      false,
    ],
    ["right behind it", ["受理申请六件，均按期答复", "，没有收取费用。"], "均按期答复", false],
    ["with the one above", [`${before[0]}${before[1]}`, before[2] ?? ""], "均按期答复", false],
    ["within it", ["受理申请六件，均按期", "答复，没有收取费用。"], "均按期", true],
  ])("%s", (_, paragraphs, words, changed) => {
    const found = findPassage(paragraphs, anchor);
    expect(wordsAt(paragraphs, found)).toBe(words);
    expect(found?.changed).toBe(changed);
  });

  it("does not find words in the end of one paragraph and the beginning of the next", () => {
    const short = quoted("六件", 1);
    expect(findPassage(["共有十六", "件次申请，都已答复。"], short)).toBeNull();
  });
});

it("a passage that is all of its section is found in it, and nowhere once that is another text", () => {
  const anchor = anchorOf(["无"], { text: "无", paragraph: 0, start: 0 });
  expect(anchor && findPassage(["无"], anchor)).toMatchObject({ start: 0, end: 1, changed: false });
  expect(anchor && findPassage(["没有需要报告的事项，无补充。"], anchor)).toBeNull();
});

it("its words and their neighbours may change at once, and the place is still found", () => {
  const anchor = quoted("均按期答复", 1);
  const now = [
    "全年主动公开信息四十条。",
    "年内受理申请六件，全部在二十日内答复，没有收取费用，特此说明。",
  ];
  const found = findPassage(now, anchor);
  expect(wordsAt(now, found)).toBe("全部在二十日内答复");
  expect(found?.changed).toBe(true);
});

it("words that run a thousand times over take no time worth naming, and harm nothing", () => {
  const paragraphs = Array(10).fill("公".repeat(5000));
  const anchor = anchorOf(paragraphs, { text: "公", paragraph: 0, start: 7 });
  const found = anchor && findPassage(paragraphs, anchor);
  expect(wordsAt(paragraphs, found)).toBe("公");
});

describe("quoting", () => {
  it("takes the passage at its place, or where it is just once", () => {
    expect(anchorOf(before, { text: "信息三十条", paragraph: 2, start: 6 })).toMatchObject({
      nth: 1,
      of: 2,
    });
    const anchor = anchorOf(before, { text: "按期", paragraph: 9, start: 0 });
    expect(anchor).toMatchObject({ nth: 0, of: 1 });
    expect(anchor?.prefix.endsWith("受理申请六件，均")).toBe(true);
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
    nth: fc.nat(3),
    of: fc.integer({ min: 1, max: 3 }),
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
