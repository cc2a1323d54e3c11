import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endLeftover } from "./postgres-leftover.mjs";
import { findHolder, lockDataDir } from "./run-lock.mjs";

const prefix = "nianbaotai-test-";

/** A data folder under the system's temporary one, for one run; the server removes it at its end. */
export async function makeTemporaryDataDir() {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  await lockDataDir(folder);
  // The database may run as another user, who walks through.
  chmodSync(folder, 0o711);
  return folder;
}

/** Where even the server's keeper was killed, its folder stays: the next run clears it away. */
async function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (isFresh(folder) || findHolder(folder)) continue;
      await endLeftover(join(folder, "postgres"));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another run clears it at this moment, or it is another user's.
    }
  }
}

/** Another run may have made it and not yet set its mark. */
function isFresh(folder) {
  return Date.now() - statSync(folder).mtimeMs < 5000;
}
