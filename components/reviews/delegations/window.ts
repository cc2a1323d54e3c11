const DAY = 24 * 60 * 60 * 1000;

/** From 0:00 of the first day to 24:00 of the last, in China. */
export function windowOf({ from, until }: { from: string; until: string }) {
  const start = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
  return {
    from: new Date(start(from)).toISOString(),
    until: new Date(start(until) + DAY).toISOString(),
  };
}
