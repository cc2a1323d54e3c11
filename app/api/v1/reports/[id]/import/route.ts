import { handle, readQuery } from "@/lib/api";
import { readText } from "@/lib/http";
import { parseId } from "@/lib/input";
import { importText } from "@/lib/reports/imports/commands";
import { importAnswer, previewImport } from "@/lib/reports/imports/queries";
import { importQuery } from "@/lib/reports/imports/schema";

const MAX_BYTES = 2 * 1_048_576;

export const POST = handle<{ id: string }>(async ({ actor, request, params, now }) => {
  const reportId = parseId(params.id);
  const { apply, confirm, version } = readQuery(request, importQuery);
  const text = await readText(request, MAX_BYTES);
  const preview = await previewImport(actor, reportId, text, now);
  if (apply) await importText(actor, { reportId, text, confirmed: confirm, version }, now);
  return importAnswer(preview);
});
