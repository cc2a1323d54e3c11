import { handle, readQuery } from "@/lib/api";
import { parseId } from "@/lib/input";
import { getEdit } from "@/lib/reports/edits/queries";
import { editQuery } from "@/lib/reports/edits/schema";

export const GET = handle<{ id: string }>(async ({ actor, request, params }) =>
  getEdit(actor, parseId(params.id), readQuery(request, editQuery)),
);
