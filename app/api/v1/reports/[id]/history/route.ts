import { handle, readQuery } from "@/lib/api";
import { parseId } from "@/lib/input";
import { getHistory } from "@/lib/reports/history/queries";
import { historyQuery } from "@/lib/reports/history/schema";

export const GET = handle<{ id: string }>(async ({ actor, request, params }) =>
  getHistory(actor, parseId(params.id), readQuery(request, historyQuery)),
);
