import { expect, test } from "vitest";
import { offeredPhrases } from "@/lib/reviews/phrases/rules";
import type { PhraseItem } from "@/lib/reviews/phrases/schema";

function phrase(words: string, bureau: string | null): PhraseItem {
  return { id: words, words, bureau, bureauName: bureau, mayRemove: true };
}

test("one's own come first, then the bureau's, then what is always there, each once", () => {
  const kept = [phrase("请补充来源。", "sfj"), phrase("同意。", null), phrase("同意。", "sfj")];
  expect(offeredPhrases(kept)).toEqual(["同意。", "请补充来源。", "已核对，数据无误。"]);
  expect(offeredPhrases([])).toEqual(["同意。", "已核对，数据无误。"]);
});
