import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { explainFindings } from "@/lib/reports/findings/commands";
import { explanationInput } from "@/lib/reports/findings/schema";

export const PUT = handle<{ id: string; fingerprint: string }>(
  async ({ actor, request, params, now }) => {
    const { reason } = await readJson(request, explanationInput);
    const fingerprints = [params.fingerprint];
    await explainFindings(actor, parseId(params.id), { fingerprints, reason }, now);
  },
);
