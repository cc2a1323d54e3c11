import { handlePublic, readQuery } from "@/lib/api";
import { conditionalAnswer } from "@/lib/http";
import { getPublishedFile } from "@/lib/publications/queries";
import { publicReportQuery } from "@/lib/publications/schema";

/** The JSON of the newest version, byte for byte as it was published. */
export const GET = handlePublic<{ bureau: string; year: string }>(async ({ request, params }) => {
  const { scope } = readQuery(request, publicReportQuery);
  const wish = { ...params, scope: scope === "own" ? "OWN" : "AREA" } as const;
  return conditionalAnswer(request, await getPublishedFile(wish, "report.json"));
});
