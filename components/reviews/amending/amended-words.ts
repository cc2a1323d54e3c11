import type { DecisionOffer } from "@/lib/reviews/offers/rules";

/** Who looks at a reviewer's change before anything goes on, as a sentence. */
export function amendedWords({ confirmers }: Pick<DecisionOffer, "confirmers">): string {
  if (!confirmers.length) return "改动由另外的人校对以后才作数。";
  return `改动先由${confirmers.join("、")}确认。`;
}
