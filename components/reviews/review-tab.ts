import type { SeenComparison } from "@/lib/reviews/schema";

export type ReviewTab = "text" | "changes" | "findings" | "course";

const tabs: ReviewTab[] = ["text", "changes", "findings", "course"];

/** The tab of the address; without one, 改动 for who judged an earlier text and 全文 for others. */
export function reviewTab(asked: string | undefined, comparison: SeenComparison | null): ReviewTab {
  const known = tabs.find((tab) => tab === asked);
  if (known) return known;
  return comparison?.own && comparison.changes.length > 0 ? "changes" : "text";
}
