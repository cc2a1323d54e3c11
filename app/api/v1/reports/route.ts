import { handle, readJson, readQuery } from "@/lib/api";
import { createReport } from "@/lib/reports/commands";
import { listReports } from "@/lib/reports/queries";
import { createReportInput, listReportsInput } from "@/lib/reports/schema";

export const GET = handle(async ({ actor, request }) =>
  listReports(actor, readQuery(request, listReportsInput)),
);

export const POST = handle(async ({ actor, request, now }) => {
  const created = await createReport(actor, await readJson(request, createReportInput), now);
  const headers = { Location: `/api/v1/reports/${created.id}` };
  return Response.json(created, { status: 201, headers });
});
