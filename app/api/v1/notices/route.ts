import { handle, readQuery } from "@/lib/api";
import { listNotices } from "@/lib/notifications/queries";
import { noticesQuery } from "@/lib/notifications/schema";

export const GET = handle(async ({ actor, request }) =>
  listNotices(actor, readQuery(request, noticesQuery)),
);
