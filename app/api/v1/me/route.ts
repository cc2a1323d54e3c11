import { handle } from "@/lib/api";
import { getMe } from "@/lib/auth/queries";

export const GET = handle(({ actor }) => getMe(actor));
