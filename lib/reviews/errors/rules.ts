import type { ReportContent } from "@/lib/format/content";
import { countCharacters } from "@/lib/format/prose";
import { proofErrorClasses } from "@/lib/reports/events/schema";

/** What several 校 of one text found, class by class, and in all. */
export function errorSum(found: Record<string, number>[]): {
  errors: Record<string, number>;
  total: number;
} {
  const sumOf = (key: string) => found.reduce((sum, counts) => sum + (counts[key] ?? 0), 0);
  const errors = Object.fromEntries(Object.keys(proofErrorClasses).map((key) => [key, sumOf(key)]));
  return { errors, total: Object.values(errors).reduce((a, b) => a + b, 0) };
}

/** 字数 of a text's prose: tables and the notes under them are not counted. */
export function proseLength({ sections }: Pick<ReportContent, "sections">): number {
  return countCharacters(Object.values(sections).flat());
}

/** 差错 per 万字, to a tenth; null for a text without prose. */
export function rateOf(total: number, characters: number): number | null {
  return characters === 0 ? null : Math.round((total * 100_000) / characters) / 10;
}
