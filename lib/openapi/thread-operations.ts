import type { Operation } from "@/lib/openapi/operation";
import { threadsQuery } from "@/lib/reviews/threads/schema";

const threads = "/api/v1/reports/{id}/threads";

/** 批注: talk about a report's sections, cells and passages. */
export const threadOperations: Operation[] = [
  {
    method: "get",
    path: threads,
    id: "listThreads",
    tag: "批注",
    summary: "批注，从新到旧；引用的文字给出它现在的位置",
    query: threadsQuery,
    answer: "ThreadList",
    refusals: ["NOT_FOUND", "INVALID"],
  },
  {
    method: "post",
    path: threads,
    id: "openThread",
    tag: "批注",
    summary: "对一个部分、单元格或一段文字批注；必须解决的批注未解决时不能送审",
    body: "NewThread",
    status: 201,
    answer: "Thread",
    refusals: ["FORBIDDEN", "NOT_FOUND", "CONFLICT", "INVALID", "TOO_LARGE"],
  },
  {
    method: "post",
    path: `${threads}/{thread}/messages`,
    id: "replyInThread",
    tag: "批注",
    summary: "回复一条批注",
    body: "Reply",
    status: 201,
    answer: "Thread",
    refusals: ["FORBIDDEN", "NOT_FOUND", "CONFLICT", "INVALID", "TOO_LARGE"],
  },
  {
    method: "put",
    path: `${threads}/{thread}/resolution`,
    id: "setResolution",
    tag: "批注",
    summary: "标为已解决，或者重新打开；由提出人或本单位的审核人、校对人操作",
    body: "Resolution",
    answer: "Thread",
    refusals: ["FORBIDDEN", "NOT_FOUND", "CONFLICT", "INVALID", "TOO_LARGE"],
  },
];
