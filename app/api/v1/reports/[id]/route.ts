import { handle } from "@/lib/api";
import { parseId } from "@/lib/input";
import { getReport, reportAnswer } from "@/lib/reports/queries";

export const GET = handle<{ id: string }>(async ({ actor, params, now }) =>
  reportAnswer(await getReport(actor, parseId(params.id), now), actor),
);
