import { delegationOperations } from "@/lib/openapi/delegation-operations";
import { noticeOperations } from "@/lib/openapi/notice-operations";
import { openOperations } from "@/lib/openapi/open-operations";
import type { Operation } from "@/lib/openapi/operation";
import { planOperations } from "@/lib/openapi/plan-operations";
import { reportOperations } from "@/lib/openapi/report-operations";
import { reviewOperations } from "@/lib/openapi/review-operations";
import { threadOperations } from "@/lib/openapi/thread-operations";

/** The whole API; a test holds it against the routes that exist. */
export const operations: Operation[] = [
  ...openOperations,
  ...reportOperations,
  ...reviewOperations,
  ...threadOperations,
  ...noticeOperations,
  ...planOperations,
  ...delegationOperations,
];
