import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { replyInThread } from "@/lib/reviews/threads/commands";
import { getThread } from "@/lib/reviews/threads/queries";
import { replyInput } from "@/lib/reviews/threads/schema";

export const POST = handle<{ id: string; thread: string }>(
  async ({ actor, request, params, now }) => {
    const [reportId, threadId] = [parseId(params.id), parseId(params.thread)];
    const { words } = await readJson(request, replyInput);
    await replyInThread(actor, { reportId, threadId, words }, now);
    return Response.json(await getThread(actor, reportId, threadId), { status: 201 });
  },
);
