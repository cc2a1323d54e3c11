import { handle, readJson } from "@/lib/api";
import { addPhrase } from "@/lib/reviews/phrases/commands";
import { listPhrases } from "@/lib/reviews/phrases/queries";
import { newPhraseInput } from "@/lib/reviews/phrases/schema";

export const GET = handle(async ({ actor }) => ({ items: await listPhrases(actor) }));

export const POST = handle(async ({ actor, request, now }) => {
  await addPhrase(actor, await readJson(request, newPhraseInput), now);
  return Response.json({ items: await listPhrases(actor) }, { status: 201 });
});
