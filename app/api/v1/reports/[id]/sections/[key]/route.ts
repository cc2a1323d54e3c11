import { handle, readJson } from "@/lib/api";
import { readIfMatch, readSaveOrder } from "@/lib/http";
import { parseId } from "@/lib/input";
import { saveSection } from "@/lib/reports/sections/commands";
import { sectionChange } from "@/lib/reports/sections/schema";

const MAX_BYTES = 4 * 1_048_576;

export const PATCH = handle<{ id: string; key: string }>(
  async ({ actor, request, params, now }) => {
    const reportId = parseId(params.id);
    const ifMatch = readIfMatch(request);
    const order = readSaveOrder(request);
    const change = await readJson(request, sectionChange, MAX_BYTES);
    return saveSection(actor, { reportId, key: params.key, ifMatch, order, change }, now);
  },
);
