import "server-only";
import { fromContent, type Sections } from "@/lib/format/content";
import type { Prisma } from "@/prisma/generated/client";
import type { ReportScope } from "@/prisma/generated/enums";

/** Last year's report as it was last published by the same bureau for the same scope; null without. */
export async function lastYearsReport(
  tx: Prisma.TransactionClient,
  { bureauId, year, scope }: { bureauId: string; year: number; scope: ReportScope },
): Promise<Sections | null> {
  const last = await tx.publication.findFirst({
    where: { report: { bureauId, year: year - 1, scope, live: "LIVE" } },
    orderBy: { no: "desc" },
    select: { revision: { select: { content: true } } },
  });
  return last && fromContent(JSON.parse(last.revision.content));
}
