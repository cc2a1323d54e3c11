import { handle } from "@/lib/api";
import { parseId } from "@/lib/input";
import { listReportRates } from "@/lib/reviews/errors/queries";

export const GET = handle<{ id: string }>(async ({ actor, params }) => ({
  items: await listReportRates(actor, parseId(params.id)),
}));
