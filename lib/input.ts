import type { z } from "zod";
import { AppError, notFoundError } from "@/lib/errors";

/** Messages by field; the path's parts joined by dots. */
export type FieldErrors = Record<string, string[]>;

/**
 * What the schema makes of a value that came from outside.
 *
 * @throws INVALID with a Chinese reason per fault, each naming its field, and
 * `fieldErrors` beside them.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { error: sentence });
  const faults = result.success ? unsound(value) : result.error.issues.flatMap(closest);
  if (result.success && !faults.length) return result.data;
  const fieldErrors: FieldErrors = {};
  const reasons = faults.map(({ path, message }) => {
    const field = path.join(".");
    fieldErrors[field] = [...(fieldErrors[field] ?? []), message];
    return field === "" ? message : `${field}：${message}`;
  });
  throw new AppError("INVALID", reasons, { fieldErrors });
}

interface FieldFault {
  path: PropertyKey[];
  message: string;
}

/**
 * Where a value holds what cannot be stored as it is (NUL and half a character, which
 * PostgreSQL does not take), or a name that schemas pass over in silence.
 */
function unsound(value: unknown, path: string[] = []): FieldFault[] {
  if (typeof value === "string") {
    return isBroken(value) ? [{ path, message: "含有无法保存的字符，请删去后重新输入。" }] : [];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== "__proto__" && !isBroken(key)) return unsound(inner, [...path, key]);
    return [{ path, message: "有一项的名称不能使用，请删去。" }];
  });
}

function isBroken(text: string): boolean {
  return text.includes("\0") || /\p{Cs}/u.test(text);
}

type Issue = z.core.$ZodIssue;

/** Where a value fits none of several shapes: the faults against the shape that it was meant for. */
function closest(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || !issue.errors.length) return [issue];
  const shapes = issue.errors.map((faults) => faults.flatMap(closest));
  const [best = []] = shapes.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  return best.map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] }));
}

/** How far into a value its faults lie; what is not there was not meant. */
function depth(issues: Issue[]): number {
  return Math.max(...issues.map(({ message, path }) => (message === MISSING ? 0 : path.length)));
}

const MISSING = "缺少这一项。";

/** Words for the faults that a schema has no words of its own for. */
function sentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return MISSING;
      return `应为${kinds[String(issue.expected)] ?? issue.expected}。`;
    case "invalid_value":
      return `只能是 ${issue.values?.map(String).join("、")} 之一。`;
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? "不能为空。"
        : `不能${sizes[issue.origin ?? ""] ?? "小"}于 ${issue.minimum}。`;
    case "too_big":
      return `不能${sizes[issue.origin ?? ""] ? "多" : "大"}于 ${issue.maximum}。`;
    case "unrecognized_keys":
      return `不认识这些项：${issue.keys?.join("、")}。`;
    default:
      return "格式不正确。";
  }
}

const kinds: Record<string, string> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "是或否（true、false）",
  array: "列表",
  object: "对象",
  record: "对象",
  date: "日期",
  null: "空值（null）",
};

const sizes: Record<string, string> = {
  string: "少",
  array: "少",
  set: "少",
  map: "少",
  file: "少",
};

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a text is written as an id. */
export function isId(text: string): boolean {
  return id.test(text);
}

/** An id from an address. @throws NOT_FOUND, as for one that does not exist */
export function parseId(text: string): string {
  if (!isId(text)) throw notFoundError();
  return text.toLowerCase();
}
