import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { performEvent } from "@/lib/reports/events/commands";
import { eventInput } from "@/lib/reports/events/schema";
import { getReport, reportAnswer } from "@/lib/reports/queries";

export const POST = handle<{ id: string }>(async ({ actor, request, params, now }) => {
  const id = parseId(params.id);
  await performEvent(actor, id, await readJson(request, eventInput), now);
  return reportAnswer(await getReport(actor, id, now), actor);
});
