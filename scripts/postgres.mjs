import { fork } from "node:child_process";
import { rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findBinaries } from "./postgres-binaries.mjs";
import { databaseName, prepareCluster, readPasswords, roleNames } from "./postgres-cluster.mjs";
import { endLeftover, isReady, runningPort } from "./postgres-leftover.mjs";
import { findDatabaseUser } from "./postgres-user.mjs";
import { Refusal } from "./sentences.mjs";

/**
 * Starts the embedded PostgreSQL over `dataDir`, on 127.0.0.1 and a free port.
 * @param options `forTests` trades safety against a power cut for speed and removes `dataDir`
 *   when the server ends, however that comes about.
 * @returns `{urls: {superuser, owner, app}, stop(), ended}`; `ended` resolves when the server does.
 */
export async function startPostgres(dataDir, { forTests = false } = {}) {
  const user = findDatabaseUser();
  const bin = findBinaries(dataDir, user);
  const { folder, passwords } = prepareCluster({ dataDir, bin, user });
  await endLeftover(folder);
  const port = await findFreePort();
  const log = join(dataDir, "postgres.log");
  if (statSync(log, { throwIfNoEntry: false })?.size > 5_000_000) rmSync(log);
  const keeper = fork(
    fileURLToPath(new URL("postgres-keeper.mjs", import.meta.url)),
    [
      JSON.stringify({
        program: join(bin, "postgres"),
        args: ["-D", folder, "-p", String(port), ...settings(forTests)],
        user,
        folder,
        log,
        removeAfter: forTests ? dataDir : null,
      }),
    ],
    { detached: true, stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] },
  );
  const ended = new Promise((resolve) => keeper.once("exit", resolve));
  await untilReady({ folder, keeper, log });
  return { urls: urlsOf(port, passwords), ended, stop: () => stopKeeper(keeper, ended) };
}

/** The addresses of a server that another program runs over `dataDir`, or null. */
export function findRunningPostgres(dataDir) {
  const folder = join(dataDir, "postgres");
  const port = runningPort(folder);
  if (port === null) return null;
  return urlsOf(port, readPasswords(dataDir));
}

function settings(forTests) {
  const values = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    // A statement in the log would carry what people typed.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(forTests ? { fsync: "off", full_page_writes: "off", max_connections: 300 } : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function untilReady({ folder, keeper, log }) {
  for (let waited = 0; !isReady(folder); waited += 50) {
    if (keeper.exitCode !== null || waited > 120_000) {
      keeper.disconnect?.();
      throw new Refusal(`内置数据库启动失败，详情见 ${log}。`);
    }
    await sleep(50);
  }
}

async function stopKeeper(keeper, ended) {
  if (keeper.connected) keeper.disconnect();
  await ended;
}

/** A port that nobody listens on at this moment. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function urlsOf(port, passwords) {
  const url = (key) =>
    `postgresql://${roleNames[key]}:${passwords[key]}@127.0.0.1:${port}/${databaseName}`;
  return { superuser: url("superuser"), owner: url("owner"), app: url("app") };
}
