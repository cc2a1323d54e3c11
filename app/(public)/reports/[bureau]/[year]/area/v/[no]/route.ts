import { publicPage } from "@/lib/http";
import { getReportPage } from "@/lib/publications/pages/queries";

export const GET = publicPage<{ bureau: string; year: string; no: string }>(
  ({ params }) => getReportPage({ ...params, scope: "AREA" }),
  "forever",
);
