import { handle, readJson } from "@/lib/api";
import { parseNumber } from "@/lib/http";
import { parseId } from "@/lib/input";
import { restoreRevision } from "@/lib/reports/revisions/commands";
import { getRevision } from "@/lib/reports/revisions/queries";
import { restoreInput } from "@/lib/reports/revisions/schema";

/** 恢复. */
export const POST = handle<{ id: string; no: string }>(async ({ actor, request, params, now }) => {
  const [id, from] = [parseId(params.id), parseNumber(params.no)];
  const { version } = await readJson(request, restoreInput);
  const { no } = await restoreRevision(actor, id, { no: from, version }, now);
  return Response.json(await getRevision(actor, id, no), { status: 201 });
});
