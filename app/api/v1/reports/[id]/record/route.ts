import { handle } from "@/lib/api";
import { parseId } from "@/lib/input";
import { getReviewRecord } from "@/lib/reports/record/queries";

/** 审校单 as data. */
export const GET = handle<{ id: string }>(async ({ actor, params }) =>
  getReviewRecord(actor, parseId(params.id)),
);
