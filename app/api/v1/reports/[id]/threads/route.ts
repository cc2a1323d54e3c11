import { handle, readJson, readQuery } from "@/lib/api";
import { parseId } from "@/lib/input";
import { openThread } from "@/lib/reviews/threads/commands";
import { getThread, listThreads } from "@/lib/reviews/threads/queries";
import { openThreadInput, threadsQuery } from "@/lib/reviews/threads/schema";

export const GET = handle<{ id: string }>(async ({ actor, request, params }) =>
  listThreads(actor, parseId(params.id), readQuery(request, threadsQuery)),
);

export const POST = handle<{ id: string }>(async ({ actor, request, params, now }) => {
  const id = parseId(params.id);
  const thread = await openThread(actor, id, await readJson(request, openThreadInput), now);
  return Response.json(await getThread(actor, id, thread), { status: 201 });
});
