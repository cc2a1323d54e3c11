import type { Actor } from "@/lib/auth/actor";
import { actorOfToken } from "@/lib/auth/identify";
import { db } from "@/lib/db";
import { listSummaries } from "@/lib/reports/facts/queries";
import { availableActions } from "@/lib/reports/workflow";
import { listWaiting } from "@/lib/reviews/queue/queries";
import { readingFloor } from "@/tests/bench/acts";
import { copyReports } from "@/tests/bench/copies";
import type { Line } from "@/tests/bench/line";
import { type Act, actTogether, mustSend } from "@/tests/bench/load";
import { openSite, type Site, submitReport } from "@/tests/bench/site";
import { median } from "@/tests/bench/turns";

const REPORTS = 2000;
const BAR_MS = 50;

/**
 * 审核待办 of a person with 2,000 reports in his bureaus, by the API: what waits, what is under way,
 * what is done. One third he has passed already. @throws when the queue is not what he can pass
 */
export async function benchQueue(clerk: Site, floorUrl: string, ids: string[]): Promise<Line> {
  const [one = "", other = ""] = ids;
  const reviewer = await openSite(clerk.url, "sfj.review1");
  for (const id of [one, other]) await submitReport(clerk, id);
  const { url, headers } = reviewer;
  const { body } = await mustSend(`${url}/api/v1/reports/${other}`, { headers });
  const { version, round } = JSON.parse(body.toString());
  const checklist = round.plan.stages.flatMap(ticksOf);
  const pass = { event: "pass", version, checklist };
  await mustSend(`${url}/api/v1/reports/${other}/events`, { method: "POST", headers, body: pass });
  await copyReports([one, other], REPORTS);
  await db.$executeRawUnsafe("ANALYZE");
  await checkEqual(headers.authorization ?? "");
  const tasks: Act = async () => (await mustSend(`${url}/api/v1/tasks`, { headers })).ms;
  await actTogether([tasks], 20);
  const ms = median(await actTogether([tasks], 100));
  const floor = median(await actTogether([readingFloor(floorUrl, one)], 100));
  return {
    what: `审核待办（${REPORTS} 份在审），服务器用时`,
    bar: `< ${BAR_MS} ms`,
    figure: `${ms.toFixed(1)} ms`,
    floor: `${floor.toFixed(2)} ms`,
    met: ms < BAR_MS,
  };
}

function ticksOf({ steps }: { steps: { checklist: { key: string }[] }[] }): string[] {
  return steps.flatMap((step) => step.checklist.map(({ key }) => key));
}

/** The queue, page by page, holds the very reports that the evaluator lets the person pass. */
async function checkEqual(authorization: string): Promise<void> {
  const now = new Date();
  const actor = (await actorOfToken(authorization.replace("Bearer ", ""), now)) as Actor;
  const queue: string[] = [];
  for (let page = 1, more = true; more; page++) {
    const { items } = await listWaiting(actor, { now, page });
    queue.push(...items.map(({ id }) => id));
    more = items.length > 0;
  }
  const law = (await listSummaries(actor, ["IN_REVIEW"], now)).filter((report) =>
    availableActions(report, actor).some(({ event, allowed }) => event === "pass" && allowed),
  );
  const different = new Set([...queue, ...law.map(({ id }) => id)]).size;
  if (different !== queue.length || different !== law.length || law.length < REPORTS / 2) {
    throw new Error(`待办 ${queue.length} 件，可以办理 ${law.length} 件，不一致`);
  }
}
