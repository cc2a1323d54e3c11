import { type Line, printed } from "@/tests/bench/line";
import { benchMemory } from "@/tests/bench/memory";
import { benchQueue } from "@/tests/bench/queue";
import { benchPage, benchRead } from "@/tests/bench/reads";
import { benchLongEdit, benchSaves, benchSmallPool } from "@/tests/bench/saves";
import { benchScripts } from "@/tests/bench/scripts-sent";
import { makeReports, openSite, signIn } from "@/tests/bench/site";
import { benchTyping } from "@/tests/bench/typing";

/** `npm run bench` starts the app, the floor and an app with little to work with, and names them here. */
const {
  BENCH_URL = "",
  BENCH_FLOOR_URL = "",
  BENCH_SMALL_URL = "",
  BENCH_SMALL_PID = "",
} = process.env;

const clerk = await openSite(BENCH_URL, "sfj.clerk");
const reports = await makeReports(clerk, "sfj", years(2026, 64));
const floorReports = await makeReports(
  await openSite(BENCH_URL, "jyj.clerk"),
  "jyj",
  years(2026, 8),
);
const [first = "", second = "", third = "", good = "", bad = ""] = reports
  .slice(0, 3)
  .concat(reports.slice(-2));
const small = { ...clerk, url: BENCH_SMALL_URL };
const cookie = await signIn(BENCH_URL, "sfj.clerk");

const measures: (() => Promise<Line>)[] = [
  () => benchRead(clerk, BENCH_FLOOR_URL, first),
  () => benchSaves(clerk, BENCH_FLOOR_URL, reports.slice(0, 1), floorReports.slice(0, 1)),
  () => benchSaves(clerk, BENCH_FLOOR_URL, reports.slice(0, 8), floorReports),
  () => benchLongEdit(clerk, second, third),
  () => benchTyping(clerk, cookie, { good, bad }),
  // The four at the end are kept as they were typed: typing and the queue want them whole.
  () => benchSmallPool(small, reports.slice(0, -4)),
  () => benchMemory(small, reports.slice(0, 8), Number(BENCH_SMALL_PID)),
  () => benchPage(BENCH_URL, cookie, `/desk/reports/${first}`),
  () => benchScripts(BENCH_URL, cookie, `/desk/reports/${first}`),
  // Last: it fills the database.
  () => benchQueue(clerk, BENCH_FLOOR_URL, reports.slice(-4)),
];

const lines: Line[] = [];
for (const measure of measures) {
  const line = await measure();
  process.stdout.write(`  ${line.what}：${line.figure}\n`);
  lines.push(line);
}
process.stdout.write(`\n${printed(lines)}\n`);
process.exit(0);

function years(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}
