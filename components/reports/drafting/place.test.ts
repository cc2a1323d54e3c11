import { describe, expect, it } from "vitest";
import { passageIn } from "@/components/reports/drafting/place";

describe("passageIn", () => {
  it("counts paragraphs as they are stored: blank lines are none", () => {
    const text = "第一段\n\n  \n第二段有瀘字";
    const at = passageIn(text, { paragraph: 1, start: 4, end: 5 });
    expect(text.slice(at?.start, at?.end)).toBe("瀘");
  });

  it("finds nothing where the paragraph is gone", () => {
    expect(passageIn("第一段", { paragraph: 1, start: 0, end: 1 })).toBeNull();
  });
});
