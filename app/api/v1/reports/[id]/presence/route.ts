import { handle, readJson, readQuery } from "@/lib/api";
import { parseId } from "@/lib/input";
import { endPresence, notePresence } from "@/lib/reports/presence/commands";
import { leavingQuery, presenceInput } from "@/lib/reports/presence/schema";

export const PUT = handle<{ id: string }>(async ({ actor, request, params, now }) =>
  notePresence(actor, parseId(params.id), await readJson(request, presenceInput), now),
);

export const DELETE = handle<{ id: string }>(async ({ actor, request, params }) =>
  endPresence(actor, parseId(params.id), readQuery(request, leavingQuery).window),
);
