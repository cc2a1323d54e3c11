import { publicPage } from "@/lib/http";
import { getListPage } from "@/lib/publications/pages/queries";
import { publicListInput } from "@/lib/publications/schema";

/** No question is refused: the schema leaves out what nobody can ask. */
export const GET = publicPage(async ({ request }) =>
  getListPage("/reports", publicListInput.parse(Object.fromEntries(request.nextUrl.searchParams))),
);
