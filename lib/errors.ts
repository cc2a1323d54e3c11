export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "INVALID"
  | "PRECONDITION"
  | "TOO_LARGE"
  | "TOO_MANY";

/** HTTP status of each code. */
export const errorStatus: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 422,
  PRECONDITION: 428,
  TOO_LARGE: 413,
  TOO_MANY: 429,
};

/** A refusal that a person can act on: all reasons at once, in Chinese. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reasons: string[],
    /** Further members of the problem document: both contents of a conflict, for one. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(reasons.join("；"));
    this.name = "AppError";
  }
}

/** The one answer for what does not exist and for what lies behind the wall. */
export function notFoundError(): AppError {
  return new AppError("NOT_FOUND", ["没有找到您要的内容，或者您无权查看。"]);
}
