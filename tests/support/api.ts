import { NextRequest } from "next/server";

type Handler<P> = (request: NextRequest, context: { params: Promise<P> }) => Promise<Response>;

interface Sent<P> {
  token: string;
  method?: string;
  params?: P;
  query?: string;
  /** JSON, or text as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Calls a route handler as a client with a bearer token would. */
export async function callApi<P>(handler: Handler<P>, sent: Sent<P>) {
  const { token, method = "GET", params, query = "", body, headers } = sent;
  const isText = typeof body === "string";
  const request = new NextRequest(`http://site.test/api/v1/x${query}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": isText ? "text/plain; charset=utf-8" : "application/json",
      ...headers,
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
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
