import { publicFile } from "@/lib/http";
import { getPublishedFile } from "@/lib/publications/queries";

export const GET = publicFile<{ bureau: string; year: string; file: string }>(({ params }) =>
  getPublishedFile({ ...params, scope: "AREA" }, params.file),
);
