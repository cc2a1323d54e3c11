import "server-only";
import type { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { clientAddress } from "@/lib/auth/address";
import { signIn, signOut } from "@/lib/auth/commands";
import { isSecureSite } from "@/lib/auth/cookie";
import { SESSION_MS } from "@/lib/auth/limits";
import { credentialsSchema } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";

/** next-auth's own addresses: sign-in, sign-out, and what a browser asks about its session. */
export function nextAuthRoute(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

/** Read at the request, not at the build, which knows no secret. */
function authOptions(): AuthOptions {
  return {
    secret: env.AUTH_SECRET,
    useSecureCookies: isSecureSite(),
    session: { strategy: "jwt", maxAge: SESSION_MS / 1000 },
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    providers: [
      CredentialsProvider({
        credentials: { account: {}, password: {} },
        authorize: async (credentials, request) => ({ id: await authorize(credentials, request) }),
      }),
    ],
    callbacks: {
      // What next-auth calls the user is our session: its id is all that the cookie carries.
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await signOut(token.sid, new Date());
      },
    },
  };
}

/** next-auth shows the message of whatever is thrown here to the browser. */
async function authorize(credentials: unknown, request: { headers?: HeadersInit }) {
  try {
    const input = parseInput(credentialsSchema, credentials);
    const address = clientAddress(new Headers(request.headers));
    return await signIn({ ...input, address }, new Date());
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new Error("登录失败，请稍后再试。", { cause });
  }
}
