import { NextRequest } from "next/server";
import { expect } from "vitest";

type Handler<P> = (request: NextRequest, context: { params: Promise<P> }) => Promise<Response>;

interface Sent<P> {
  token: string;
  method?: string;
  params?: P;
  query?: string;
  /** JSON; text and bytes as they are. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Calls a route handler as a client with a bearer token would. */
export async function callApi<P>(handler: Handler<P>, sent: Sent<P>) {
  const { token, method = "GET", params, query = "", body, headers } = sent;
  const raw = typeof body === "string" || body instanceof Uint8Array;
  const request = new NextRequest(`http://site.test/api/v1/x${query}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": raw ? "text/plain; charset=utf-8" : "application/json",
      ...headers,
    },
    ...(body !== undefined && { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params as P) });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
}

/** A refusal as it must be: the status expected, never a 500, and Chinese reasons for a person. */
export function expectRefusal(
  answer: { status: number; headers: Headers; body: { reasons?: string[] } },
  status: number,
): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status } });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.body.reasons?.length).toBeGreaterThan(0);
  for (const reason of answer.body.reasons ?? []) expect(reason).toMatch(/\p{sc=Han}/u);
}
