import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { visibleTo } from "@/lib/reports/policy";

const endings: Record<string, string> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/** The scan of a 审签单, for whoever may read the report. @throws NOT_FOUND */
export async function getScan(actor: Actor, reportId: string, id: string) {
  const scan = await db.paperScan.findFirst({
    where: { id, reportId, report: visibleTo(actor) },
    select: { mime: true, bytes: true, sha256: true },
  });
  if (!scan) throw notFoundError();
  const { mime, bytes, sha256 } = scan;
  return { mime, bytes, name: `scan-${sha256.slice(0, 8)}.${endings[mime] ?? "bin"}` };
}
