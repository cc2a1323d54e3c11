import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { restoreSection } from "@/lib/reports/edits/commands";
import { sectionRestoreInput } from "@/lib/reports/edits/schema";
import { getRevision } from "@/lib/reports/revisions/queries";

/** 恢复 of one section. */
export const POST = handle<{ id: string; key: string }>(async ({ actor, request, params, now }) => {
  const [reportId, { key }] = [parseId(params.id), params];
  const input = await readJson(request, sectionRestoreInput);
  const { no } = await restoreSection(actor, { reportId, key }, input, now);
  return Response.json(await getRevision(actor, reportId, no), { status: 201 });
});
