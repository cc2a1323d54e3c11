import { noticesQuery } from "@/lib/notifications/schema";
import type { Operation } from "@/lib/openapi/operation";

/** 消息 of the person who asks, where he is told of them, and 催办 by the office above. */
export const noticeOperations: Operation[] = [
  {
    method: "get",
    path: "/api/v1/notices",
    id: "listNotices",
    tag: "消息",
    summary: "我的消息，从新到旧；同样的话只列一次",
    query: noticesQuery,
    answer: "NoticeList",
    refusals: ["INVALID"],
  },
  {
    method: "get",
    path: "/api/v1/notices/unread",
    id: "countUnread",
    tag: "消息",
    summary: "未读消息的条数，最多数到一百",
    answer: "Unread",
    refusals: [],
  },
  {
    method: "put",
    path: "/api/v1/notices/read",
    id: "markRead",
    tag: "消息",
    summary: "标为已读；不给编号时全部标为已读",
    body: "ReadNotice",
    status: 204,
    refusals: ["INVALID", "TOO_LARGE"],
  },
  {
    method: "get",
    path: "/api/v1/settings",
    id: "getSettings",
    tag: "消息",
    summary: "我的消息设置，以及本系统开通了哪些方式",
    answer: "Settings",
    refusals: [],
  },
  {
    method: "put",
    path: "/api/v1/settings",
    id: "changeSettings",
    tag: "消息",
    summary: "修改我的消息设置",
    body: "NewSettings",
    answer: "Settings",
    refusals: ["INVALID", "TOO_LARGE"],
  },
  {
    method: "post",
    path: "/api/v1/supervised/{bureau}/{year}/urges",
    id: "urgeSupervised",
    tag: "消息",
    summary: "主管部门催办所属单位的年度报告；每份报告一小时一次。本单位催办用 events",
    body: "SupervisedUrge",
    status: 204,
    refusals: ["FORBIDDEN", "NOT_FOUND", "CONFLICT", "INVALID", "PRECONDITION", "TOO_LARGE"],
  },
];
