import { handle, readJson } from "@/lib/api";
import { urgeSupervised } from "@/lib/bureaus/urges/commands";
import { urgeInput } from "@/lib/bureaus/urges/schema";
import { parseNumber } from "@/lib/http";

interface Place {
  bureau: string;
  year: string;
}

export const POST = handle<Place>(async ({ actor, request, params, now }) => {
  const { version } = await readJson(request, urgeInput);
  const { bureau, year } = params;
  await urgeSupervised(actor, { bureau, year: parseNumber(year), version }, now);
});
