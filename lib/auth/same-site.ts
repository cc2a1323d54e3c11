import { AppError } from "@/lib/errors";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a write that a page of another site sends with the browser's cookie.
 * Browsers say where a write comes from; a program that says nothing brought the
 * cookie itself.
 *
 * @throws FORBIDDEN
 */
export function refuseForeignSite(request: Request): void {
  if (safeMethods.has(request.method) || isSameSite(request)) return;
  throw new AppError("FORBIDDEN", ["请求来自其他网站，未予执行。"]);
}

function isSameSite({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null) return true;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
