const chinese = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** 2026年1月5日 14:03, as clocks in China show it, wherever this runs. */
export function formatInstant(at: Date): string {
  return `${formatDay(at)} ${formatClock(at)}`;
}

/** 2026年1月5日, the day that it is in China at that instant. */
export function formatDay(at: Date): string {
  const { year, month, day } = partsOf(at);
  return `${year}年${month}月${day}日`;
}

/** Where a half-open time ends: at midnight the day that is over, 2026年1月5日 24:00. */
export function formatEnd(at: Date): string {
  if (formatClock(at) !== "00:00") return formatInstant(at);
  return `${formatDay(new Date(at.getTime() - 1))} 24:00`;
}

/** 14:03 */
export function formatClock(at: Date): string {
  const { hour, minute } = partsOf(at);
  return `${hour}:${minute}`;
}

/** Taken apart, because browsers punctuate Chinese dates differently. */
function partsOf(at: Date): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(chinese.formatToParts(at).map((part) => [part.type, part.value]));
}
