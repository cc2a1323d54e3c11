import { handle, readJson } from "@/lib/api";
import { markRead } from "@/lib/notifications/commands";
import { readInput } from "@/lib/notifications/schema";

export const PUT = handle(async ({ actor, request, now }) => {
  const { id } = await readJson(request, readInput);
  await markRead(actor, id, now);
});
