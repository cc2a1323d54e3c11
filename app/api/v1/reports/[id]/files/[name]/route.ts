import { handle } from "@/lib/api";
import { fileAnswer } from "@/lib/http";
import { parseId } from "@/lib/input";
import { exportFile } from "@/lib/reports/exports/commands";

/** A file of the text as it stands; a draft is marked as one. */
export const GET = handle<{ id: string; name: string }>(async ({ actor, params, now }) =>
  fileAnswer(await exportFile(actor, parseId(params.id), params.name, now)),
);
