import type { z } from "zod";
import type { ErrorCode } from "@/lib/errors";
import type { AnswerName, InputName } from "@/lib/openapi/schemas";

/** One method at one address. */
export interface Operation {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** As in the file system, with {id} for [id]. */
  path: string;
  /** Name for generated clients. */
  id: string;
  tag: Tag;
  /** In Chinese: what it does. */
  summary: string;
  /** Nobody need sign in. */
  open?: true;
  query?: z.ZodObject;
  body?: InputName;
  /** Media types of a body that is no JSON. */
  files?: string[];
  /** Whether the version of what is changed comes with `If-Match`. */
  ifMatch?: true;
  /** Whether a window may count its saves with `Save-Order`. */
  saveOrder?: true;
  /** Success: 200 unless said otherwise; 204 where nothing is answered. */
  status?: 200 | 201 | 204;
  answer?: AnswerName;
  /** Media types of an answer that is no JSON, or not only. */
  downloads?: string[];
  /** Refusals besides those that every such operation has. */
  refusals: ErrorCode[];
}

export type Tag =
  | "账户"
  | "报告"
  | "校核"
  | "审核与发布"
  | "批注"
  | "流程词库"
  | "消息"
  | "操作日志"
  | "公开";
