import type { ItemFact } from "@/lib/reviews/schema";

/** 已修改, 已修改，补了时限, or why it was not changed. */
export function answerWords({
  kind,
  words,
}: Pick<NonNullable<ItemFact["answer"]>, "kind" | "words">): string {
  return kind === "DONE" ? ["已修改", words].filter(Boolean).join("，") : words;
}
