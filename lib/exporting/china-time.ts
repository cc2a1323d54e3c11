/** "2026-01-20 09:30" in Asia/Shanghai, which is how dates are printed in public. */
export function chinaTime(at: Date): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Asia/Shanghai",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value;
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
}

/** "2026-01-20" in Asia/Shanghai. */
export function chinaDate(at: Date): string {
  return chinaTime(at).slice(0, 10);
}
