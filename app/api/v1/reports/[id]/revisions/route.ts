import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { nameRevision } from "@/lib/reports/revisions/commands";
import { getRevision, listRevisions } from "@/lib/reports/revisions/queries";
import { nameInput } from "@/lib/reports/revisions/schema";

export const GET = handle<{ id: string }>(async ({ actor, params }) => ({
  items: await listRevisions(actor, parseId(params.id)),
}));

/** 命名留存. */
export const POST = handle<{ id: string }>(async ({ actor, request, params, now }) => {
  const id = parseId(params.id);
  const { no } = await nameRevision(actor, id, await readJson(request, nameInput), now);
  return Response.json(await getRevision(actor, id, no), { status: 201 });
});
