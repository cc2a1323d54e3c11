import { handle } from "@/lib/api";
import { verifyAudit } from "@/lib/audit/queries";

export const POST = handle(async ({ actor, now }) => verifyAudit(actor, now));
