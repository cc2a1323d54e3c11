import { handle } from "@/lib/api";
import { countUnread } from "@/lib/notifications/queries";

export const GET = handle(async ({ actor }) => ({ unread: await countUnread(actor) }));
