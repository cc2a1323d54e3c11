import { publicPage } from "@/lib/http";
import { getReportPage } from "@/lib/publications/pages/queries";

export const GET = publicPage<{ bureau: string; year: string }>(({ params }) =>
  getReportPage({ ...params, scope: "OWN" }),
);
