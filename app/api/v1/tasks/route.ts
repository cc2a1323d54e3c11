import { handle, readQuery } from "@/lib/api";
import { getTasks } from "@/lib/reports/desk/queries";
import { queueQuery } from "@/lib/reviews/queue/schema";

export const GET = handle(async ({ actor, request, now }) =>
  getTasks(actor, readQuery(request, queueQuery), now),
);
