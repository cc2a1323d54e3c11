import { handle } from "@/lib/api";
import { readScan } from "@/lib/http";
import { parseId } from "@/lib/input";
import { storeScan } from "@/lib/reviews/papers/commands";

const LIMIT = 10 * 1_048_576;

/** The scan of a signed 审签单. */
export const POST = handle<{ id: string }>(async ({ actor, request, params, now }) => {
  const scan = await readScan(request, LIMIT);
  const stored = await storeScan(actor, parseId(params.id), scan, now);
  return Response.json(stored, { status: 201 });
});
