import type { SeenComparison } from "@/lib/reviews/schema";

export type ReviewTab = "text" | "changes" | "findings" | "course";

const tabs: ReviewTab[] = ["text", "changes", "findings", "course"];

/** The tab of the address; without one, 改动 for who judged an earlier text and 全文 for others. */
export function reviewTab(
  asked: string | undefined,
  comparison: SeenComparison | null,
  isAnswered: boolean,
): ReviewTab {
  const known = tabs.find((tab) => tab === asked);
  if (known) return known;
  const isNew = isAnswered || (comparison !== null && comparison.changes.length > 0);
  return comparison?.own && isNew ? "changes" : "text";
}
