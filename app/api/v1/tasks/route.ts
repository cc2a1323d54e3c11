import { handle } from "@/lib/api";
import { getQueue } from "@/lib/reviews/queries";

export const GET = handle(async ({ actor, now }) => getQueue(actor, now));
