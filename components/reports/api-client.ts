/** What a call of the API came to. */
export type ApiResult<T> = { ok: true; data: T } | ApiRefusal;

export interface ApiRefusal {
  ok: false;
  /** HTTP status; 0 where no answer came. */
  status: number;
  /** `code` of the problem document; NETWORK where no answer came. */
  code: string;
  /** In Chinese, all at once. */
  reasons: string[];
  /** Every other member of the problem document: both contents of a conflict, for one. */
  extra: Record<string, unknown>;
}

const NO_ANSWER = "没有连上服务器，刚才的操作可能没有完成。请检查网络后再试。";

/**
 * Calls the API with the page's own session. A string goes as plain text, a file as it is, anything
 * else as JSON.
 * Never throws: what went wrong comes back as reasons to show. What a window sends while it is
 * put aside arrives even if the window closes before the answer.
 *
 * @param path below `/api/v1`: `/reports`
 */
export async function callApi<T>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ApiResult<T>> {
  const sent = isRaw(body) ? body : JSON.stringify(body);
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: { ...typeOf(body), ...headers },
      body: sent,
      keepalive: document.visibilityState === "hidden" && isShort(sent),
    });
    const answered = await response.text();
    const answer = answered === "" ? undefined : JSON.parse(answered);
    return response.ok ? { ok: true, data: answer } : refused(response.status, answer);
  } catch {
    return { ok: false, status: 0, code: "NETWORK", reasons: [NO_ANSWER], extra: {} };
  }
}

/** A last word that outlives the page which says it; nobody waits for an answer. */
export function sendParting(path: string): void {
  fetch(`/api/v1${path}`, { method: "DELETE", keepalive: true }).catch(() => undefined);
}

/** A page that closes may still send this much: browsers lend 64 KB, in UTF-8. */
function isShort(sent: string | Blob = ""): boolean {
  return typeof sent === "string" && sent.length <= 20_000;
}

/** What goes as it is: nothing, text, a file. */
function isRaw(body: unknown): body is undefined | string | Blob {
  return body === undefined || typeof body === "string" || body instanceof Blob;
}

function typeOf(body: unknown): Record<string, string> {
  if (body === undefined) return {};
  if (body instanceof Blob) return { "Content-Type": body.type || "application/octet-stream" };
  return { "Content-Type": typeof body === "string" ? "text/plain" : "application/json" };
}

function refused(status: number, problem: Record<string, unknown> | undefined): ApiResult<never> {
  const { code, reasons, ...extra } = problem ?? {};
  const words = Array.isArray(reasons) ? reasons.map(String) : [`服务器没有接受（${status}）。`];
  return { ok: false, status, code: String(code ?? "INTERNAL"), reasons: words, extra };
}
