import { handle, readJson } from "@/lib/api";
import { passTogether } from "@/lib/reviews/batches/commands";
import { batchInput } from "@/lib/reviews/batches/schema";

/** 一并通过 of several reports; what became of each stands in its own answer. */
export const POST = handle(async ({ actor, request, now }) =>
  passTogether(actor, await readJson(request, batchInput), now),
);
