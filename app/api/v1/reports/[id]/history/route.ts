import { handle } from "@/lib/api";
import { parseId } from "@/lib/input";
import { getHistory } from "@/lib/reports/history/queries";

export const GET = handle<{ id: string }>(async ({ actor, params }) => ({
  items: await getHistory(actor, parseId(params.id)),
}));
