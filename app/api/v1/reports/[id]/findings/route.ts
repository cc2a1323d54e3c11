import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { explainFindings } from "@/lib/reports/findings/commands";
import { explainInput } from "@/lib/reports/findings/schema";
import { getReport } from "@/lib/reports/queries";

export const GET = handle<{ id: string }>(async ({ actor, params, now }) => {
  const { findings } = await getReport(actor, parseId(params.id), now);
  return { findings };
});

/** Several warnings with one reason. */
export const PUT = handle<{ id: string }>(async ({ actor, request, params, now }) => {
  await explainFindings(actor, parseId(params.id), await readJson(request, explainInput), now);
});
