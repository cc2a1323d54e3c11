import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secret that signs sessions: made once and kept with the data, so that a restart signs nobody out. */
export function keepAuthSecret(dataDir) {
  const file = join(dataDir, "auth-secret");
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(32).toString("base64url"), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, "utf8").trim();
}
