import { execFileSync } from "node:child_process";
import { saving } from "@/tests/bench/acts";
import type { Line } from "@/tests/bench/line";
import { actTogether } from "@/tests/bench/load";
import type { Site } from "@/tests/bench/site";
import { median } from "@/tests/bench/turns";

const SAVES = 20_000;
/** Until then the server still fills its caches and its heap. */
const WARM = 5_000;
/** Saves between two looks. */
const STEP = 200;
/** Looks whose median counts: a collection of garbage comes every few of them. */
const LOOKS = 12;
const LIMIT = 1.05;

/** What the serving process holds after 5,000 saves of several people, and after 20,000. */
export async function benchMemory(site: Site, reports: string[], pid: number): Promise<Line> {
  const writers = await Promise.all(reports.map((id) => saving(site, id)));
  const seen: number[] = [];
  for (let done = 0; done < SAVES; done += STEP) {
    await actTogether(writers, STEP / writers.length);
    seen.push(residentMb(pid));
  }
  const early = median(seen.slice(WARM / STEP, WARM / STEP + LOOKS));
  const late = median(seen.slice(-LOOKS));
  return {
    what: `保存 20,000 次比 5,000 次，服务器内存`,
    bar: `≤ ${LIMIT} 倍`,
    figure: `${(late / early).toFixed(2)} 倍（${late.toFixed(0)} MB）`,
    floor: `${early.toFixed(0)} MB`,
    met: late / early <= LIMIT,
  };
}

/** Resident memory of a process, where `ps` tells it. */
function residentMb(pid: number): number {
  const told = execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(told) / 1024;
}
