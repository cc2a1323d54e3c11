import "server-only";
import { decode, encode } from "next-auth/jwt";
import { SESSION_MS } from "@/lib/auth/limits";
import { env } from "@/lib/env";

/** Whether the site is served over TLS, so that its cookies may insist on it. */
export function isSecureSite(): boolean {
  return env.APP_URL.startsWith("https://");
}

/** next-auth's session cookie: its name and the options that next-auth would give it. */
export function sessionCookie() {
  const secure = isSecureSite();
  const name = secure ? "__Secure-next-auth.session-token" : "next-auth.session-token";
  return { name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const };
}

/** The cookie's value: encrypted, and nothing in it but the session's id. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({
    token: { sid: sessionId },
    secret: env.AUTH_SECRET,
    maxAge: SESSION_MS / 1000,
  });
}

/** The session's id in a cookie; null where the cookie is not ours or was changed. */
export async function openSession(cookie: string): Promise<string | null> {
  try {
    const token = await decode({ token: cookie, secret: env.AUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}
