import type { GatheredRow } from "@/components/reviews/gathering/book";
import type { ThreadPlace } from "@/components/reviews/threads/thread-place";
import { cellFormat, parseCell } from "@/lib/format/cells";
import { isTableKey, type ReportFormat } from "@/lib/format/format";

/** 差错 at its place, while it is being gathered. */
export interface PlacedError extends GatheredRow {
  place: ThreadPlace;
  /** The place is chosen by hand, instead of by a selection in the text. */
  byHand: boolean;
  errorClass: string;
  /** 应为. */
  correction: string;
  words: string;
}

/** Why an error cannot be sent yet, in Chinese; null when it can. */
export function errorProblem(format: ReportFormat, error: PlacedError): string | null {
  const { place, correction, words } = error;
  const { section, cell, quote } = place;
  if (section === "") return "请选择是哪一部分";
  const right = correction.trim();
  if (right === "" && words.trim() === "") return "请写应为什么，或者写一句说明";
  if (quote && right === quote.text) return "“应为”和原文一样";
  const kind = isTableKey(section) && cell && cellFormat(format.tables[section], cell)?.kind;
  const value = kind && right !== "" ? parseCell(kind, right) : null;
  return value && !value.ok ? value.reason : null;
}

/** An error as an event takes it. */
export function errorItem({ place, errorClass, correction, words }: PlacedError) {
  const { section, cell, quote } = place;
  return {
    section,
    cell: cell || null,
    quote,
    errorClass,
    correction: correction.trim() || null,
    words: words.trim(),
  };
}
