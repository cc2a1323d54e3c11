import { randomBytes } from "node:crypto";
import { asVariables } from "./database.mjs";
import { seed } from "./demonstration.mjs";
import { variableNames } from "./environment.mjs";
import { migrate } from "./migrations.mjs";
import { findFreePort, startPostgres } from "./postgres.mjs";
import { startNext, untilReachable } from "./server.mjs";
import { atEnd } from "./shutdown.mjs";
import { makeTemporaryDataDir } from "./temporary-data.mjs";

/**
 * The built app over a fresh, seeded database of its own, for end-to-end tests and the bench.
 * Everything ends, and the data go, when the script ends.
 * @param env further variables of the served app
 * @returns `{url, variables, urls, next}`: its address, its environment, the database's addresses
 *   by role, and its process
 */
export async function startTestApp(env = {}) {
  const server = await startPostgres(await makeTemporaryDataDir(), { forTests: true });
  atEnd(server.stop);
  await migrate(server.urls);
  await seed(server.urls);
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const variables = {
    ...asVariables(server.urls),
    APP_URL: url,
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    TZ: "America/New_York",
    ...env,
  };
  const next = startNext({ mode: "start", port, env: variables });
  await untilReachable(next, port);
  return { url, variables, urls: server.urls, next };
}

/**
 * Puts the person's own settings out of sight: no test may reach a real database or mail server.
 * Empty rather than unset, since Next would read an unset one from `.env`.
 */
export function hideVariables() {
  for (const name of variableNames) process.env[name] = "";
}
