import { handle } from "@/lib/api";
import { parseId } from "@/lib/input";
import { listRevisions } from "@/lib/reports/revisions/queries";

export const GET = handle<{ id: string }>(async ({ actor, params }) => ({
  items: await listRevisions(actor, parseId(params.id)),
}));
