import { saving, savingFloor } from "@/tests/bench/acts";
import { compared, type Line } from "@/tests/bench/line";
import { type Act, actTogether } from "@/tests/bench/load";
import type { Site } from "@/tests/bench/site";
import { compare, median } from "@/tests/bench/turns";

/** Saves of several people beside each other, each in a report of his own. */
export async function benchSaves(
  site: Site,
  floorUrl: string,
  reports: string[],
  floorReports: string[],
): Promise<Line> {
  const ours = await Promise.all(reports.map((id) => saving(site, id)));
  const floor = await Promise.all(floorReports.map((id) => savingFloor(floorUrl, id)));
  const times = Math.ceil(80 / reports.length);
  const found = await compare({ ours, floor, turns: 10, times });
  return compared(`保存一处，${reports.length} 人同时`, 2.5, found);
}

/** The last hundred of a thousand saves, by turns with the first hundred of another report. */
export async function benchLongEdit(site: Site, worn: string, fresh: string): Promise<Line> {
  const late = await saving(site, worn);
  await actTogether([late], 900);
  const early = await saving(site, fresh);
  const seen: { late: number[]; early: number[] } = { late: [], early: [] };
  for (let turn = 0; turn < 10; turn++) {
    seen.early.push(...(await actTogether([early], 10)));
    seen.late.push(...(await actTogether([late], 10)));
  }
  const ratio = median(seen.late) / median(seen.early);
  return {
    what: "同一报告保存 1,000 次：末 100 次比首 100 次",
    bar: "≤ 1.2 倍",
    figure: `${ratio.toFixed(2)} 倍（${median(seen.late).toFixed(2)} ms）`,
    floor: `${median(seen.early).toFixed(2)} ms`,
    met: ratio <= 1.2,
  };
}

/** Many more writers than connections: everybody is answered, nobody waits for ever. */
export async function benchSmallPool(site: Site, reports: string[]): Promise<Line> {
  const writers = await Promise.all(reports.map((id) => saving(site, id)));
  let refused = 0;
  const counted = writers.map((write): Act => {
    return () => write().catch(() => (refused += 1));
  });
  const times = 10;
  const started = performance.now();
  await actTogether(counted, times);
  const seconds = (performance.now() - started) / 1000;
  const total = writers.length * times;
  return {
    what: `${writers.length} 人同时保存，连接池 5`,
    bar: "全部成功",
    figure: `${total - refused}/${total} 成功，每秒 ${Math.round(total / seconds)} 次`,
    floor: "",
    met: refused === 0,
  };
}
