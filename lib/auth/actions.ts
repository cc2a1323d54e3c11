"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { clientAddress } from "@/lib/auth/address";
import * as commands from "@/lib/auth/commands";
import { openSession, sealSession, sessionCookie } from "@/lib/auth/cookie";
import { ownPath } from "@/lib/auth/own-path";
import { credentialsSchema, type SignInState } from "@/lib/auth/schema";
import { AppError } from "@/lib/errors";
import { type FieldErrors, parseInput } from "@/lib/input";

/**
 * 登录, by a form that works before any script has loaded; leads to the field
 * `next`. The cookie is next-auth's own, without an expiry: it goes with the browser.
 */
export async function signIn(_before: SignInState, form: FormData): Promise<SignInState> {
  const { next, ...fields } = Object.fromEntries(form);
  try {
    const credentials = parseInput(credentialsSchema, fields);
    const address = clientAddress(await headers());
    const sessionId = await commands.signIn({ ...credentials, address }, new Date());
    const { name, options } = sessionCookie();
    (await cookies()).set(name, await sealSession(sessionId), options);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const named = error.extra.fieldErrors as FieldErrors | undefined;
    return { account: String(fields.account), fieldErrors: named ?? { password: error.reasons } };
  }
  redirect(ownPath(next));
}

/** 退出, by a form: ends the session and leads to the login. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const cookie = jar.get(name)?.value;
  const sessionId = cookie ? await openSession(cookie) : null;
  if (sessionId) await commands.signOut(sessionId, new Date());
  jar.set(name, "", { ...options, maxAge: 0 });
  redirect("/login");
}
