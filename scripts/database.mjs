import { prepareDataDir } from "./data-dir.mjs";
import { findRunningPostgres, startPostgres } from "./postgres.mjs";
import { findHolder, lockDataDir } from "./run-lock.mjs";
import { Refusal } from "./sentences.mjs";
import { atEnd } from "./shutdown.mjs";

/**
 * The database that the environment names, else the embedded one: started, and stopped at the
 * end; or, unless `alone`, the one that a running app has already started.
 * @returns `{urls: {owner, app, superuser?}, dataDir?, ended?}`; `dataDir` only when embedded.
 */
export async function openDatabase({ alone = false } = {}) {
  const { DATABASE_URL: app, DATABASE_OWNER_URL: owner } = process.env;
  if (app) return { urls: { app, owner: owner ?? app } };
  if (owner)
    throw new Refusal("设置了 DATABASE_OWNER_URL，却没有设置 DATABASE_URL。请两个都设，或都不设。");
  const dataDir = prepareDataDir();
  const urls = !alone && findHolder(dataDir) ? findRunningPostgres(dataDir) : null;
  if (urls) return { urls, dataDir };
  atEnd(await lockDataDir(dataDir));
  const server = await startPostgres(dataDir);
  atEnd(server.stop);
  return { urls: server.urls, dataDir, ended: server.ended };
}

/** The addresses as the environment variables that the app and its scripts read. */
export function asVariables(urls) {
  return { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner };
}
