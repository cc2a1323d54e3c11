import { handle } from "@/lib/api";
import { parseNumber } from "@/lib/http";
import { parseId } from "@/lib/input";
import { getRevision } from "@/lib/reports/revisions/queries";

export const GET = handle<{ id: string; no: string }>(async ({ actor, params }) =>
  getRevision(actor, parseId(params.id), parseNumber(params.no)),
);
