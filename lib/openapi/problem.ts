import { z } from "zod";
import { type ErrorCode, errorStatus } from "@/lib/errors";
import { hash } from "@/lib/openapi/parts";

const codes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]];

/** RFC 9457, with all reasons in Chinese; an answer may carry further members. */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum([...codes, "INTERNAL"]),
  reasons: z.array(z.string()),
  fieldErrors: z
    .record(z.string(), z.array(z.string()))
    .optional()
    .describe("INVALID：各项的问题，按字段"),
  retryAfter: z.int().optional().describe("TOO_MANY：多少秒后可以再试"),
  id: z.string().optional().describe("新建报告的 CONFLICT：已有报告的编号"),
  address: z.string().optional().describe("新建报告的 CONFLICT：已有报告的地址"),
  places: z.array(z.string()).optional().describe("保存的 CONFLICT：两边都改过的位置"),
  version: z.int().optional().describe("保存的 CONFLICT：现在的版本"),
  hash: hash.optional().describe("保存的 CONFLICT：现在内容的校验码"),
  theirs: z.unknown().optional().describe("保存的 CONFLICT：现在的内容"),
  yours: z.unknown().optional().describe("保存的 CONFLICT：您送来的内容"),
});

/** What each refusal means, in the words of the document. */
export const refusals: Record<ErrorCode, string> = {
  UNAUTHENTICATED: "没有登录，或者令牌已失效",
  FORBIDDEN: "没有这项职责",
  NOT_FOUND: "不存在，或者无权查看；两者的答复相同",
  CONFLICT: "内容或环节已有变化",
  INVALID: "内容不符合要求，列出全部原因",
  PRECONDITION: "缺少版本",
  TOO_LARGE: "内容过大",
  TOO_MANY: "请求过于频繁",
};
