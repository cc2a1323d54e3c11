import { handle, readQuery } from "@/lib/api";
import { listYearRates } from "@/lib/reviews/errors/queries";
import { errorRatesQuery } from "@/lib/reviews/errors/schema";

export const GET = handle(async ({ actor, request }) => ({
  items: await listYearRates(actor, readQuery(request, errorRatesQuery).year),
}));
