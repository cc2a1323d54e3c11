import { readFileSync } from "node:fs";
import { stopChildren } from "./children.mjs";
import { identify } from "./process-identity.mjs";
import { Refusal } from "./sentences.mjs";

const endings = [];
let ending;

/**
 * Runs a script to its end and ends what it started. A refusal is printed as its sentence.
 * @param main answers the exit code, or nothing for 0
 */
export async function runScript(main) {
  try {
    await shutDown((await main()) ?? 0);
  } catch (error) {
    // What fails after the end has begun fails because of it.
    if (!ending)
      process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
    await shutDown(1);
  }
}

/** Has `work` done when the script ends, the latest first. */
export function atEnd(work) {
  endings.push(work);
}

/** Ends everything that was started, once; then the script with `code`. */
export function shutDown(code) {
  ending ??= endAll().finally(() => process.exit(code));
  return ending;
}

export function isEnding() {
  return ending !== undefined;
}

/** A signal, or the death of the npm that called us, ends everything; repeated ones change nothing. */
export function endOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => shutDown(signal === "SIGTERM" ? 143 : 130));
  }
  followNpm(() => shutDown(137));
}

async function endAll() {
  await stopChildren();
  for (const work of endings.reverse()) await work();
}

/** Killed by force, npm tells nobody; what it started would keep the port and the data. */
function followNpm(onGone) {
  const npm = process.env.npm_lifecycle_event ? findNpm(process.ppid, 3) : null;
  if (!npm) return;
  const timer = setInterval(() => {
    if (identify(npm.pid)?.started !== npm.started) onGone();
  }, 1000);
  timer.unref();
}

function findNpm(pid, generations) {
  const found = identify(pid);
  if (!found || generations === 0) return null;
  if (/\bnpm\b/.test(found.command) && !/^\S*sh\s/.test(found.command)) return { pid, ...found };
  return findNpm(parentOf(pid), generations - 1);
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}
