import type { PhraseItem } from "@/lib/reviews/phrases/schema";

/** Offered to everybody. */
const readyPhrases = ["同意。", "已核对，数据无误。"];

/** 常用意见 to pick from: one's own first, then the bureau's, then what is always there; each once. */
export function offeredPhrases(kept: PhraseItem[]): string[] {
  const own = kept.filter((phrase) => phrase.bureau === null);
  const shared = kept.filter((phrase) => phrase.bureau !== null);
  const words = [...own, ...shared].map((phrase) => phrase.words);
  return [...new Set([...words, ...readyPhrases])];
}
