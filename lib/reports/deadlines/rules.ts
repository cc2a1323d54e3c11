import type { Scope } from "@/lib/format/content";

const DAY = 24 * 60 * 60 * 1000;

/** China has kept this offset without summer time since 1991. */
const SHANGHAI = 8 * 60 * 60 * 1000;

/**
 * The instant at which the report of a year is overdue, in the next year at 24:00: a bureau's own
 * on 31 January (条例 49), a county's 汇总 on 20 February (国办公开办函〔2021〕30号).
 */
export function deadlineOf(year: number, scope: Scope = "own"): Date {
  const day = scope === "own" ? 31 : 31 + 20;
  return new Date(Date.UTC(year + 1, 0, day + 1) - SHANGHAI);
}

/** 24:00 in China of the day that is so many days after an instant's: where 限办 ends. */
export function dayEndAfter(at: Date, days: number): Date {
  const day = Math.floor((at.getTime() + SHANGHAI) / DAY);
  return new Date((day + days + 1) * DAY - SHANGHAI);
}

/** Whole days from today to the day that ends at an instant, as in China: 0 on the day itself, then negative. */
export function daysUntil(end: Date, now: Date): number {
  return Math.ceil((end.getTime() - now.getTime()) / DAY) - 1;
}

/** How long there is, in words. */
export interface Due {
  words: string;
  overdue: boolean;
}

/** 距截止 12 天, 今天截止, 已逾期 3 天. */
export function dueWords(end: Date, now: Date): Due {
  const days = daysUntil(end, now);
  if (days < 0) return { words: `已逾期 ${-days} 天`, overdue: true };
  return { words: days === 0 ? "今天截止" : `距截止 ${days} 天`, overdue: false };
}

/** The same of the deadline of a year's report. */
export function deadlineWords(year: number, now: Date, scope: Scope = "own"): Due {
  return dueWords(deadlineOf(year, scope), now);
}

/** The year that is reported on now: the calendar year before today's in China. */
export function campaignYear(now: Date): number {
  return new Date(now.getTime() + SHANGHAI).getUTCFullYear() - 1;
}

/** 2026年1月12日, the day that it is in China at an instant. */
function dayWords(at: Date): string {
  const [year, month, day] = inChina(at).slice(0, 10).split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** 14:03, as clocks in China show it. */
export function clockWords(at: Date): string {
  return inChina(at).slice(11, 16);
}

/** The last day before an instant that ends one. */
export function lastDayWords(end: Date): string {
  return dayWords(new Date(end.getTime() - 1));
}

function inChina(at: Date): string {
  return new Date(at.getTime() + SHANGHAI).toISOString();
}
