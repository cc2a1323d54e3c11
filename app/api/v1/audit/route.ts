import { handle, readQuery } from "@/lib/api";
import { listAuditEvents } from "@/lib/audit/queries";
import { auditQuery } from "@/lib/audit/schema";

export const GET = handle(async ({ actor, request }) =>
  listAuditEvents(actor, readQuery(request, auditQuery)),
);
