import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { setResolution } from "@/lib/reviews/threads/commands";
import { getThread } from "@/lib/reviews/threads/queries";
import { resolutionInput } from "@/lib/reviews/threads/schema";

/** 已解决, 重新打开. */
export const PUT = handle<{ id: string; thread: string }>(
  async ({ actor, request, params, now }) => {
    const [reportId, threadId] = [parseId(params.id), parseId(params.thread)];
    const input = await readJson(request, resolutionInput);
    await setResolution(actor, { ...input, reportId, threadId }, now);
    return getThread(actor, reportId, threadId);
  },
);
