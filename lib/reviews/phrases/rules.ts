import type { PhraseItem } from "@/lib/reviews/phrases/schema";

/** Offered where nothing else is kept. */
const readyPhrases = ["同意。", "已核对，数据无误。"];

/** 常用意见 to pick from: one's own first, then the bureau's, each wording once. */
export function offeredPhrases(kept: PhraseItem[]): string[] {
  const own = kept.filter((phrase) => phrase.bureau === null);
  const shared = kept.filter((phrase) => phrase.bureau !== null);
  const words = [...own, ...shared].map((phrase) => phrase.words);
  return words.length ? [...new Set(words)] : readyPhrases;
}
