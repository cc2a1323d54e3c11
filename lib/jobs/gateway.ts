import "server-only";
import { env } from "@/lib/env";
import { type GatewayValues, gatewayRequest } from "@/lib/notifications/gateway/rules";

const TIMEOUT_MS = 15_000;
/** Of an answer, in bytes. */
const READ = 64 * 1024;

/**
 * Sends one message through the gateway of 短信、政务微信 or 政务钉钉: to its address and to no other
 * that it might name.
 * @throws Error when it does not take it
 */
export async function callGateway(values: GatewayValues): Promise<void> {
  const { GATEWAY_URL: template = "", GATEWAY_METHOD: method, GATEWAY_ACCEPTED: accepted } = env;
  const parts = { url: template, method, headers: env.GATEWAY_HEADERS, body: env.GATEWAY_BODY };
  const { url, headers, body } = gatewayRequest(parts, values);
  const response = await fetch(url, {
    method,
    headers,
    body: method === "GET" ? null : body,
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer = await readStart(response);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  // Many gateways say 200 and tell in the text that they did not.
  if (accepted && !answer.includes(accepted))
    throw new Error("GATEWAY_ACCEPTED is not in the answer");
}

async function readStart(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    size += piece.byteLength;
    if (size > READ) break;
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
