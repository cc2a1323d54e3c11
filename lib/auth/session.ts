import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/auth/actor";
import { sessionCookie } from "@/lib/auth/cookie";
import { identify } from "@/lib/auth/identify";
import { ownPath } from "@/lib/auth/own-path";
import { AppError } from "@/lib/errors";

/** Who sends the present request, or null; asked of the database once per page. */
export const findActor = cache(async function findActor(): Promise<Actor | null> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const presented = {
    cookie: jar.get(sessionCookie().name)?.value,
    authorization: head.get("authorization"),
  };
  return identify(presented, new Date());
});

/** Who looks at a page; anybody else is led to the login and from there back to `path`. */
export async function requirePageActor(path = "/desk"): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect(`/login?${new URLSearchParams({ next: ownPath(path) })}`);
  return actor;
}

/** The answer to a request without a session or token that holds. */
export function unauthenticated(): AppError {
  return new AppError("UNAUTHENTICATED", ["您还没有登录，或者登录已经失效，请重新登录。"]);
}
