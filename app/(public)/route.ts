import { publicPage } from "@/lib/http";
import { getListPage } from "@/lib/publications/pages/queries";

export const GET = publicPage(() => getListPage("/", {}));
