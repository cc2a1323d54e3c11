import { publicPage } from "@/lib/http";
import { getBureauPage } from "@/lib/publications/pages/queries";

export const GET = publicPage<{ bureau: string }>(({ params }) => getBureauPage(params.bureau));
