import type { QuoteInput } from "@/lib/reviews/threads/schema";

/**
 * What is selected in a field's text as a passage of the stored paragraphs, where blank lines are
 * none; null when it is nothing but white space, or runs over the end of a paragraph.
 */
export function passageAt(text: string, start: number, end: number): QuoteInput | null {
  const selected = text.slice(start, end);
  if (selected.trim() === "" || selected.includes("\n")) return null;
  const above = text.slice(0, start).split("\n");
  const offset = above.at(-1)?.length ?? 0;
  const paragraph = above.slice(0, -1).filter((line) => line.trim() !== "").length;
  return { text: selected, paragraph, start: offset };
}
