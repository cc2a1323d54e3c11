import { type Act, actTogether } from "@/tests/bench/load";

export interface Comparison {
  /** Medians over all turns, in milliseconds. */
  ours: number;
  floor: number;
  /** Median of the turns' own ratios: what slows the machine for a while slows both sides. */
  ratio: number;
}

interface Sides {
  ours: Act[];
  floor: Act[];
  turns: number;
  /** Acts of each person in a turn. */
  times: number;
}

/** Both sides by turns, after a turn that does not count. */
export async function compare({ ours, floor, turns, times }: Sides): Promise<Comparison> {
  const seen: { ours: number[]; floor: number[] }[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    seen.push({ floor: await actTogether(floor, times), ours: await actTogether(ours, times) });
  }
  const counted = seen.slice(1);
  return {
    ours: median(counted.flatMap((turn) => turn.ours)),
    floor: median(counted.flatMap((turn) => turn.floor)),
    ratio: median(counted.map((turn) => median(turn.ours) / median(turn.floor))),
  };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const pair = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return pair.reduce((sum: number, value) => sum + (value ?? Number.NaN) / 2, 0);
}
