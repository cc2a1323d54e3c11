import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./sentences.mjs";

/** What a person may set; described in .env.example, checked by lib/env.ts. */
export const variableNames = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "DATABASE_POOL",
  "DATA_DIR",
  "PORT",
  "APP_URL",
  "AUTH_SECRET",
  "SMTP_URL",
  "MAIL_FROM",
  "GATEWAY_URL",
  "GATEWAY_METHOD",
  "GATEWAY_HEADERS",
  "GATEWAY_BODY",
  "GATEWAY_ACCEPTED",
  "FONT_DIR",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "DEMO",
];

/**
 * Goes to the project folder, reads `.env` where there is one, and treats empty variables as
 * unset. Programs started from here neither report home nor inherit a mode that is theirs to set.
 */
export function loadEnvironment() {
  requireNode();
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  dropEmpty();
  if (existsSync(".env")) process.loadEnvFile(".env");
  dropEmpty();
  delete process.env.NODE_ENV;
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.env.CHECKPOINT_DISABLE = "1";
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(
    `年报台需要 Node.js 20.19 以上版本，现在是 ${process.versions.node}。请升级后重试。`,
  );
}

function dropEmpty() {
  for (const name of variableNames) {
    if (process.env[name]?.trim() === "") delete process.env[name];
  }
}
