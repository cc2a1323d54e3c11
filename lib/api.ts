import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { clientAddress } from "@/lib/auth/address";
import { sessionCookie } from "@/lib/auth/cookie";
import { identify } from "@/lib/auth/identify";
import { refuseForeignSite } from "@/lib/auth/same-site";
import { unauthenticated } from "@/lib/auth/session";
import { AppError, errorStatus, notFoundError } from "@/lib/errors";
import { parseInput } from "@/lib/input";

const MEGABYTE = 1_048_576;

/** What a handler without an actor gets. */
export interface PublicCall<P> {
  request: NextRequest;
  /** The parts of the address, awaited. */
  params: P;
  /** Where the request came from. */
  address: string | null;
  now: Date;
}

/** What a handler gets. */
export interface Call<P> extends PublicCall<P> {
  actor: Actor;
}

type Route<P> = (request: NextRequest, context: { params: Promise<P> }) => Promise<Response>;

/**
 * The door for HTTP handlers: finds the actor by token or cookie, refuses writes
 * that another site sends with the cookie, and answers errors as RFC 9457
 * problems. A handler returns a `Response`, or a value that becomes JSON.
 */
export function handle<P = unknown>(handler: (call: Call<P>) => Promise<unknown>): Route<P> {
  return handlePublic<P>(async (call) => {
    const { request, now } = call;
    const authorization = request.headers.get("authorization");
    const cookie = request.cookies.get(sessionCookie().name)?.value;
    if (authorization === null) refuseForeignSite(request);
    const actor = await identify({ cookie, authorization }, now);
    if (!actor) throw unauthenticated();
    const response = respond(await handler({ ...call, actor }));
    response.headers.set("Cache-Control", "no-store");
    return response;
  });
}

/** The same door for what anybody may ask: published reports, tokens. */
export function handlePublic<P = unknown>(
  handler: (call: PublicCall<P>) => Promise<unknown>,
): Route<P> {
  return async function route(request, context) {
    try {
      const params = await context.params;
      checkAddress(params);
      const address = clientAddress(request.headers);
      return respond(await handler({ request, params, address, now: new Date() }));
    } catch (error) {
      unstable_rethrow(error);
      return error instanceof AppError ? refusal(error) : failure(error, request);
    }
  };
}

/** @throws NOT_FOUND for a NUL, which stands in the name of nothing and which PostgreSQL refuses */
function checkAddress(params: unknown): void {
  if (Object.values(params ?? {}).some((part) => String(part).includes("\0"))) {
    throw notFoundError();
  }
}

/**
 * The JSON body, by a schema.
 *
 * @param limit most bytes that are read.
 * @throws TOO_LARGE beyond the limit; INVALID naming each field that is wrong.
 */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
  limit = MEGABYTE,
): Promise<z.output<S>> {
  const bytes = await readBytes(request, limit);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new AppError("INVALID", ["请求内容不是有效的 JSON。"]);
  }
  return parseInput(schema, value);
}

/** The query of the address, by a schema; of a name given twice the last counts. @throws INVALID */
export function readQuery<S extends z.ZodType>(request: NextRequest, schema: S): z.output<S> {
  return parseInput(schema, Object.fromEntries(request.nextUrl.searchParams));
}

/** The raw body, never more than `limit` bytes of it in memory. @throws TOO_LARGE */
export async function readBytes(request: Request, limit = MEGABYTE): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) {
      throw new AppError("TOO_LARGE", [
        `请求内容超过 ${Math.floor(limit / 1024)} KB，请减少内容后再试。`,
      ]);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function respond(answer: unknown): Response {
  if (answer instanceof Response) return answer;
  return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
}

const titles: Record<AppError["code"], string> = {
  UNAUTHENTICATED: "未登录",
  FORBIDDEN: "无权操作",
  NOT_FOUND: "没有找到",
  CONFLICT: "内容已有变化",
  INVALID: "内容不符合要求",
  PRECONDITION: "缺少前提条件",
  TOO_LARGE: "内容过大",
  TOO_MANY: "请求过于频繁",
};

/** A refusal as an RFC 9457 problem document. */
function refusal({ code, reasons, extra }: AppError): Response {
  const response = problem({ code, title: titles[code], reasons }, errorStatus[code], extra);
  if (code === "UNAUTHENTICATED") response.headers.set("WWW-Authenticate", "Bearer");
  if (typeof extra.retryAfter === "number") {
    response.headers.set("Retry-After", String(extra.retryAfter));
  }
  return response;
}

/** The answer to what nobody foresaw: no detail outside, and nobody's text in the log. */
function failure(error: unknown, request: NextRequest): Response {
  process.stderr.write(`${request.method} ${request.nextUrl.pathname}: ${summary(error)}\n`);
  const reasons = ["服务器出现问题，您的操作没有完成，请稍后再试。"];
  return problem({ code: "INTERNAL", title: "服务器出错", reasons }, 500);
}

interface Fault {
  code: string;
  title: string;
  reasons: string[];
}

function problem({ code, title, reasons }: Fault, status: number, extra: object = {}): Response {
  const detail = reasons.join("\n");
  const body = { ...extra, type: "about:blank", title, status, detail, code, reasons };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
  });
}

/** Prisma quotes the values of a failed call above the last line of its message. */
function summary(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const reason = error.message.trim().split("\n").at(-1)?.slice(0, 300) ?? "";
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return [`${error.name}: ${reason}`, ...frames].join("\n");
}
