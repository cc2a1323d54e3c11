import { PUT as putChoice } from "@/app/api/v1/plans/[plan]/choice/route";
import { DELETE, GET, PUT } from "@/app/api/v1/plans/[plan]/route";
import { POST as postVersion } from "@/app/api/v1/plans/[plan]/versions/route";
import { GET as getList, POST } from "@/app/api/v1/plans/route";
import { db } from "@/lib/db";
import type { PlanDefinition, PlanStep, PlanView } from "@/lib/reviews/plans/schema";
import { callApi } from "@/tests/support/api";
import { seedDistrict, tokenOf } from "@/tests/support/demo";

/** Plans by their API, as 发布管理员 of the first bureau unless said otherwise. */

const tokens: Record<string, string> = {};
const ready: Record<string, string> = {};

/** The district, and the ids of the ready-made plans by code. */
export async function seedPlanKeepers(): Promise<Record<string, string>> {
  await seedDistrict();
  for (const account of ["sfj.admin", "sfj.clerk", "sfj.review1", "jyj.admin", "qzf.super"]) {
    tokens[account] = await tokenOf(account);
  }
  const rows = await db.reviewPlan.findMany({ select: { id: true, code: true } });
  for (const { id, code } of rows) ready[code ?? ""] = id;
  return ready;
}

interface Sent {
  as?: string;
  version?: number;
  body?: object;
}

const token = (as = "sfj.admin") => tokens[as] ?? "";
const matched = (version?: number): Record<string, string> =>
  version === undefined ? {} : { "if-match": `"${version}"` };

export function createPlan(
  name: string,
  { as, from = ready.standard }: { as?: string; from?: string } = {},
) {
  const body = { bureau: (as ?? "sfj.admin").split(".")[0], from, name };
  return callApi(POST, { token: token(as), method: "POST", body });
}

export function getPlan(plan: string, as?: string) {
  return callApi(GET, { token: token(as), params: { plan } });
}

export function savePlan(plan: string, { as, version, body }: Sent) {
  const headers = matched(version);
  return callApi(PUT, { token: token(as), method: "PUT", params: { plan }, headers, body });
}

export function publishPlan(plan: string, { as, version }: Sent = {}) {
  const headers = matched(version);
  return callApi(postVersion, { token: token(as), method: "POST", params: { plan }, headers });
}

export function choosePlan(plan: string, as = "sfj.admin", bureau = as.split(".")[0]) {
  const params = { plan };
  return callApi(putChoice, { token: token(as), method: "PUT", params, body: { bureau } });
}

export function removePlan(plan: string, as?: string) {
  return callApi(DELETE, { token: token(as), method: "DELETE", params: { plan } });
}

export function withStep(
  plan: PlanDefinition,
  key: string,
  changes: Partial<PlanStep>,
): PlanDefinition {
  const change = (step: PlanStep) => (step.key === key ? { ...step, ...changes } : step);
  const stages = plan.stages.map((stage) => ({ ...stage, steps: stage.steps.map(change) }));
  return { ...plan, stages };
}

/** A plan of the bureau's own, with its first version published. */
export async function publishedPlan(name: string): Promise<PlanView> {
  const { body } = await createPlan(name);
  return (await publishPlan(body.id, { version: body.version })).body;
}

export function listPlans(as?: string) {
  return callApi(getList, { token: token(as) });
}
