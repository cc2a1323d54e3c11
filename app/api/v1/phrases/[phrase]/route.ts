import { handle } from "@/lib/api";
import { parseId } from "@/lib/input";
import { removePhrase } from "@/lib/reviews/phrases/commands";

export const DELETE = handle<{ phrase: string }>(async ({ actor, params }) => {
  await removePhrase(actor, parseId(params.phrase));
});
