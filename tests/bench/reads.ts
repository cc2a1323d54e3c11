import { reading, readingFloor } from "@/tests/bench/acts";
import { compared, type Line } from "@/tests/bench/line";
import { mustSend, send } from "@/tests/bench/load";
import type { Site } from "@/tests/bench/site";
import { compare, median } from "@/tests/bench/turns";

export async function benchRead(site: Site, floorUrl: string, id: string): Promise<Line> {
  const sides = { ours: [reading(site, id)], floor: [readingFloor(floorUrl, id)] };
  return compared("读取报告", 2.5, await compare({ ...sides, turns: 10, times: 80 }));
}

/** A report opened in the browser, up to the last byte of the page. */
export async function benchPage(url: string, cookie: string, path: string): Promise<Line> {
  const what = "打开报告页面，服务器用时";
  const bar = "< 40 ms";
  const headers = { cookie, "accept-encoding": "gzip" };
  const { status } = await send(`${url}${path}`, { headers });
  if (status === 404) return { what, bar, figure: "没有这个页面", floor: "", met: null };
  const taken: number[] = [];
  for (let i = 0; i < 120; i++) taken.push((await mustSend(`${url}${path}`, { headers })).ms);
  const ms = median(taken.slice(20));
  return { what, bar, figure: `${ms.toFixed(1)} ms`, floor: "", met: ms < 40 };
}
