import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * What a running process is: when it started and its command line, or null when there is none.
 * A number alone is no proof: the system gives numbers of ended processes to new ones.
 */
export function identify(pid) {
  if (!Number.isInteger(pid) || pid < 1 || !isAlive(pid)) return null;
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name in brackets: state first, the start in clock ticks as the 20th.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { started: fields[19], command };
  } catch {
    return null;
  }
}

function fromPs(pid) {
  const args = ["-o", "lstart=", "-o", "command=", "-p", String(pid)];
  const { stdout } = spawnSync("ps", args, { encoding: "utf8" });
  if (!stdout) return null;
  return { started: stdout.slice(0, 24), command: stdout.slice(24).trim() };
}
