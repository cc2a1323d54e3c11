import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify } from "./process-identity.mjs";
import { Refusal } from "./sentences.mjs";

/**
 * Ends a server that a killed run left over these files, and removes a mark whose process is
 * gone: its number may belong to a stranger by now, whom PostgreSQL would take for the server.
 */
export async function endLeftover(folder) {
  const pid = leftoverPid(folder);
  if (pid === null) return rmSync(join(folder, "postmaster.pid"), { force: true });
  signal(pid, "SIGINT");
  if (await isGone(folder, pid, 20_000)) return;
  signal(pid, "SIGQUIT");
  if (await isGone(folder, pid, 10_000)) return;
  throw new Refusal(`上次留下的数据库（进程 ${pid}）停不下来，请手动结束该进程后重试。`);
}

/** The port of a server that runs over these files, or null. */
export function runningPort(folder) {
  return leftoverPid(folder) === null ? null : Number(readMark(folder)[3]);
}

/** Whether the server says that it takes connections. */
export function isReady(folder) {
  return readMark(folder)[7]?.trim() === "ready";
}

/** The process that the mark names, if it is a PostgreSQL started over these very files. */
function leftoverPid(folder) {
  const pid = Number(readMark(folder)[0]);
  const command = identify(pid)?.command ?? "";
  return command.includes("postgres") && command.includes(folder) ? pid : null;
}

async function isGone(folder, pid, patience) {
  for (let waited = 0; waited < patience; waited += 100) {
    if (!identify(pid)) {
      rmSync(join(folder, "postmaster.pid"), { force: true });
      return true;
    }
    await sleep(100);
  }
  return false;
}

function readMark(folder) {
  try {
    return readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself between the two looks.
  }
}
