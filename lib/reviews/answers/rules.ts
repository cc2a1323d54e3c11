import { type ReportFacts, returnedItems, type WideningFact } from "@/lib/reports/rules";
import type { ItemFact } from "@/lib/reviews/schema";

/** What became of a return, for whoever judges the next round. */
export interface ReturnAnswered {
  /** Who returned it, in which 送审. */
  by: string;
  roundNo: number;
  items: ItemFact[];
  /** Sections that the drafter opened besides. */
  widenings: WideningFact[];
}

/** The newest return with its answers, while a later round is looked at; null without one. */
export function returnAnswered(facts: ReportFacts): ReturnAnswered | null {
  const last = facts.decisions.findLast((decision) => decision.kind === "RETURN");
  if (!last || !facts.round || facts.round.no <= last.roundNo) return null;
  const items = returnedItems(facts.decisions);
  const widenings = facts.widenings.filter(({ at }) => at > last.at);
  if (!items.length && !widenings.length) return null;
  return { by: last.actorName, roundNo: last.roundNo, items, widenings };
}
