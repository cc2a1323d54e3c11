import { readQuery } from "@/lib/api";
import { publicPage } from "@/lib/http";
import { getListPage } from "@/lib/publications/pages/queries";
import { publicListInput } from "@/lib/publications/schema";

export const GET = publicPage(async ({ request }) =>
  getListPage("/reports", readQuery(request, publicListInput)),
);
