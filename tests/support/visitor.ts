import { NextRequest } from "next/server";

type Handler<P> = (request: NextRequest, context: { params: Promise<P> }) => Promise<Response>;

interface Visit<P> {
  params?: P;
  query?: string;
  headers?: Record<string, string>;
}

/** Calls a route handler as anybody could, without token or cookie. */
export async function visit<P>(
  handler: Handler<P>,
  { params, query = "", headers }: Visit<P> = {},
) {
  const request = new NextRequest(`http://site.test/x${query}`, { headers });
  const response = await handler(request, { params: Promise.resolve(params as P) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text: new TextDecoder().decode(bytes),
  };
}
