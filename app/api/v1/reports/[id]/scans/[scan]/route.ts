import { handle } from "@/lib/api";
import { fileAnswer } from "@/lib/http";
import { parseId } from "@/lib/input";
import { getScan } from "@/lib/reviews/papers/queries";

/** A scan as a download, never shown by the site itself. */
export const GET = handle<{ id: string; scan: string }>(async ({ actor, params }) =>
  fileAnswer(await getScan(actor, parseId(params.id), parseId(params.scan))),
);
