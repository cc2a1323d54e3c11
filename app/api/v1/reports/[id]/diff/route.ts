import { handle, readQuery } from "@/lib/api";
import { parseId } from "@/lib/input";
import { compareRevisions } from "@/lib/reports/revisions/queries";
import { diffQuery } from "@/lib/reports/revisions/schema";

export const GET = handle<{ id: string }>(async ({ actor, request, params }) => ({
  changes: await compareRevisions(actor, parseId(params.id), readQuery(request, diffQuery)),
}));
