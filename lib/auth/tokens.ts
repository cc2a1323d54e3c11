import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A new bearer token: 32 random bytes. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a bearer token: 64 hexadecimal digits. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
