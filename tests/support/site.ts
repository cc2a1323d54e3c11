import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stop } from "@/scripts/children.mjs";
import { asVariables } from "@/scripts/database.mjs";
import { findFreePort, startPostgres } from "@/scripts/postgres.mjs";
import { startNext, untilReachable } from "@/scripts/server.mjs";

/** The built app over its embedded database, each as it is served, to be killed one by one. */
export interface Site {
  url: string;
  urls: { superuser: string; owner: string; app: string };
  killApp(): Promise<unknown>;
  killDatabase(): Promise<unknown>;
  /** Ends what still runs. */
  stop(): Promise<void>;
}

type Prepare = (urls: Site["urls"]) => Promise<void>;

/**
 * Starts both over a data folder, or takes over what was killed there; `prepare` comes between
 * them. The connections of this process's own `lib/db` are to this site from then on.
 */
export async function startSite(dataDir: string, prepare?: Prepare): Promise<Site> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("The app is not built: run `next build`.");
  const database = await startPostgres(dataDir);
  const { urls } = database;
  Object.assign(process.env, asVariables(urls));
  await prepare?.(urls);
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = "for-tests-only-for-tests-only-for-tests";
  const env = { ...asVariables(urls), APP_URL: url, AUTH_SECRET: secret };
  // Without its log, which fills with what the kills do to requests.
  const app = startNext({ mode: "start", port, env, stdio: "ignore" });
  await untilReachable(app, port);
  return {
    url,
    urls,
    killApp: () => kill(app.pid, once(app, "exit")),
    killDatabase: () => kill(postmaster(dataDir), database.ended),
    stop: async () => {
      await stop(app);
      await database.stop();
    },
  };
}

function postmaster(dataDir: string): number {
  const [pid] = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n");
  return Number(pid);
}

function kill(pid: number | undefined, ended: Promise<unknown>): Promise<unknown> {
  if (!pid) throw new Error("Nothing to kill");
  process.kill(pid, "SIGKILL");
  return ended;
}

/** What `npm run audit:verify` ends with on the site's database. */
export function verifyAudit({ urls }: Site): number | null {
  const env = { ...process.env, ...asVariables(urls) };
  const args = ["scripts/with-database.mjs", "scripts/audit-verify.ts"];
  return spawnSync(process.execPath, args, { env, stdio: "inherit" }).status;
}
