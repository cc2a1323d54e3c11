import { expect, it } from "vitest";
import { passageAt } from "@/components/reviews/threads/passage-at";

const text = "第一段\n\n  \n第二段有瀘字\n";

it("counts paragraphs as they are stored: blank lines are none", () => {
  const start = text.indexOf("有瀘");
  expect(passageAt(text, start, start + 2)).toEqual({ text: "有瀘", paragraph: 1, start: 3 });
  expect(passageAt(text, 0, 3)).toEqual({ text: "第一段", paragraph: 0, start: 0 });
});

it.each([
  ["nothing", 2, 2],
  ["white space alone", 5, 7],
  ["more than a paragraph", 1, text.length],
])("takes no passage from %s", (_, start, end) => {
  expect(passageAt(text, start, end)).toBeNull();
});
