import { describe, expect, it } from "vitest";
import { measuresOf, pastSentences } from "@/lib/reports/carrying/rules";

const plain = { repeated: false };

describe("pastSentences", () => {
  it("loses nothing of a paragraph, and cuts it where its sentences end", () => {
    const paragraph = "一是公开信息1,024条；二是办好专栏。“你问我答”上线！";
    const [sentences] = pastSentences([paragraph], []);
    expect(sentences).toEqual([
      { text: "一是公开信息1,024条；", ...plain },
      { text: "二是办好专栏。", ...plain },
      { text: "“你问我答”上线！", ...plain },
    ]);
  });

  it("marks a sentence that stands in this year's text too, whatever its numbers say", () => {
    const past = ["2024年公开信息120条。开展培训两次。"];
    const now = ["开展培训三次。", "2025年公开信息９８条；"];
    expect(pastSentences(past, now)[0]?.map(({ repeated }) => repeated)).toEqual([true, false]);
  });

  it("takes no notice of spaces, and of this year's paragraphs only as far as they go", () => {
    expect(pastSentences(["办好 专栏。"], ["办好专栏。"])[0]?.[0]?.repeated).toBe(true);
    expect(pastSentences(["办好专栏。"], ["办好专栏和公众号。"])[0]?.[0]?.repeated).toBe(false);
    expect(pastSentences(["办好专栏。"], [])[0]?.[0]?.repeated).toBe(false);
  });

  it("shows a paragraph of marks alone as it is, and calls it no repetition", () => {
    expect(pastSentences(["……"], ["……"])).toEqual([[{ text: "……", ...plain }]]);
    expect(pastSentences(["。"], ["。"])).toEqual([[{ text: "。", ...plain }]]);
  });
});

describe("measuresOf", () => {
  it("takes what was intended, and leaves the problems out", () => {
    const past = ["一是解读形式偏少；二是更新不及时。", "下一步，增加图解；由专人每周检查专栏。"];
    expect(measuresOf(past)).toEqual(["下一步，增加图解；", "由专人每周检查专栏。"]);
  });

  it("begins in the middle of a paragraph where the plans begin there", () => {
    expect(measuresOf(["解读偏少。我局将增加图解。"])).toEqual(["我局将增加图解。"]);
  });

  it("asks about every sentence where no plan can be told from the rest", () => {
    expect(measuresOf(["解读偏少。更新不及时。"])).toEqual(["解读偏少。", "更新不及时。"]);
  });
});
