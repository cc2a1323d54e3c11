import { handle } from "@/lib/api";
import { getTasks } from "@/lib/reports/desk/queries";

export const GET = handle(async ({ actor, now }) => getTasks(actor, now));
