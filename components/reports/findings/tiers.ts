import type { Tier } from "@/lib/checks/finding";

/** The tiers in words, the gravest first. */
export const tiers: { tier: Tier; word: string; tone: "danger" | "warning" | "neutral" }[] = [
  { tier: "block", word: "必须修改", tone: "danger" },
  { tier: "warn", word: "需作说明", tone: "warning" },
  { tier: "hint", word: "仅作提示", tone: "neutral" },
];
