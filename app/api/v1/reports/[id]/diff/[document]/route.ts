import { handle, readQuery } from "@/lib/api";
import { fileAnswer } from "@/lib/http";
import { parseId } from "@/lib/input";
import { exportHandout } from "@/lib/reports/handouts/commands";
import { diffQuery } from "@/lib/reports/revisions/schema";

/** Two 稿 as a document to take along: changes, marked or clean, as docx or pdf. */
export const GET = handle<{ id: string; document: string }>(
  async ({ actor, request, params, now }) => {
    const wanted = { ...readQuery(request, diffQuery), name: params.document };
    return fileAnswer(await exportHandout(actor, parseId(params.id), wanted, now));
  },
);
