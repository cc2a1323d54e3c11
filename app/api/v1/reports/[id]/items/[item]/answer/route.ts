import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { answerItem } from "@/lib/reviews/answers/commands";
import { answerInput } from "@/lib/reviews/answers/schema";

export const PUT = handle<{ id: string; item: string }>(async ({ actor, request, params, now }) => {
  const input = await readJson(request, answerInput);
  const ids = { reportId: parseId(params.id), itemId: parseId(params.item) };
  await answerItem(actor, { ...ids, ...input }, now);
});
