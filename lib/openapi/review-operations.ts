import { auditQuery } from "@/lib/audit/schema";
import type { Operation } from "@/lib/openapi/operation";

const report = "/api/v1/reports/{id}";

/** Findings, the events of a report's life, and the log that keeps them. */
export const reviewOperations: Operation[] = [
  {
    method: "get",
    path: `${report}/findings`,
    id: "listFindings",
    tag: "校核",
    summary: "校核问题和情况说明",
    answer: "Findings",
    refusals: ["NOT_FOUND"],
  },
  {
    method: "put",
    path: `${report}/findings`,
    id: "explainFindings",
    tag: "校核",
    summary: "用同一个理由说明几个问题",
    body: "Explanations",
    status: 204,
    refusals: ["FORBIDDEN", "NOT_FOUND", "CONFLICT", "INVALID", "TOO_LARGE"],
  },
  {
    method: "put",
    path: `${report}/findings/{fingerprint}/explanation`,
    id: "explainFinding",
    tag: "校核",
    summary: "说明一个问题；有关数字变化后说明失效",
    body: "Explanation",
    status: 204,
    refusals: ["FORBIDDEN", "NOT_FOUND", "CONFLICT", "INVALID", "TOO_LARGE"],
  },
  {
    method: "get",
    path: "/api/v1/tasks",
    id: "listTasks",
    tag: "审核与发布",
    summary: "待办、在途、已办",
    answer: "Tasks",
    refusals: [],
  },
  {
    method: "post",
    path: `${report}/events`,
    id: "performEvent",
    tag: "审核与发布",
    summary: "送审、撤回送审、审核通过、退回修改、审定后退回、发布",
    body: "ReportEvent",
    answer: "Report",
    refusals: ["FORBIDDEN", "NOT_FOUND", "CONFLICT", "INVALID", "PRECONDITION", "TOO_LARGE"],
  },
  {
    method: "get",
    path: "/api/v1/audit",
    id: "listAuditEvents",
    tag: "操作日志",
    summary: "操作日志，从新到旧；只对审计管理员开放",
    query: auditQuery,
    answer: "AuditList",
    refusals: ["NOT_FOUND", "INVALID"],
  },
  {
    method: "post",
    path: "/api/v1/audit/verify",
    id: "verifyAudit",
    tag: "操作日志",
    summary: "逐条核验全部日志链；只对审计管理员开放",
    answer: "Verification",
    refusals: ["NOT_FOUND"],
  },
];
