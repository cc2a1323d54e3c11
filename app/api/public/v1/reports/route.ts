import { handlePublic, readQuery } from "@/lib/api";
import { listPublishedReports, publicListAnswer } from "@/lib/publications/queries";
import { publicListQuery } from "@/lib/publications/schema";

export const GET = handlePublic(async ({ request }) =>
  publicListAnswer(await listPublishedReports(readQuery(request, publicListQuery))),
);
