import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { widenScope } from "@/lib/reports/widenings/commands";
import { wideningInput } from "@/lib/reports/widenings/schema";

export const POST = handle<{ id: string }>(async ({ actor, request, params, now }) => {
  await widenScope(actor, parseId(params.id), await readJson(request, wideningInput), now);
});
