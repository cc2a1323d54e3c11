import type { Operation } from "@/lib/openapi/operation";
import { publicListQuery, publicReportQuery } from "@/lib/publications/schema";

/** Signing in, and what anybody may read. */
export const openOperations: Operation[] = [
  {
    method: "post",
    path: "/api/v1/tokens",
    id: "createToken",
    tag: "账户",
    summary: "用账号和密码换取令牌，放在 Authorization: Bearer 中使用",
    open: true,
    body: "Credentials",
    status: 201,
    answer: "Token",
    refusals: ["UNAUTHENTICATED", "INVALID", "TOO_LARGE", "TOO_MANY"],
  },
  {
    method: "get",
    path: "/api/v1/me",
    id: "getMe",
    tag: "账户",
    summary: "我是谁，承担哪些职责",
    answer: "Me",
    refusals: [],
  },
  {
    method: "get",
    path: "/api/v1/openapi.json",
    id: "getDocument",
    tag: "公开",
    summary: "本文档",
    open: true,
    downloads: ["application/json"],
    refusals: [],
  },
  {
    method: "get",
    path: "/api/public/v1/reports",
    id: "listPublishedReports",
    tag: "公开",
    summary: "列出已发布的报告，按年度从新到旧",
    open: true,
    query: publicListQuery,
    answer: "PublishedList",
    refusals: ["INVALID"],
  },
  {
    method: "get",
    path: "/api/public/v1/reports/{bureau}/{year}",
    id: "getPublishedReport",
    tag: "公开",
    summary: "已发布报告最新版本的数据，与发布时的文件逐字节相同",
    open: true,
    query: publicReportQuery,
    answer: "PublishedReport",
    refusals: ["NOT_FOUND", "INVALID"],
  },
];
