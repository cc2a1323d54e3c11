import { spawn } from "node:child_process";
import { Refusal } from "./sentences.mjs";

const followParent = new URL("follow-parent.mjs", import.meta.url).href;

/** What runs now and must not outlive us. */
const running = new Set();

/**
 * Starts a Node program that ends with us, however we end. `stdio` may be "inherit" or "pipe".
 * Its promise `ended` answers `{code, error?}`.
 */
export function startNode(args, { stdio = "inherit", ...options } = {}) {
  return start(process.execPath, ["--import", followParent, ...args], {
    ...options,
    stdio: ["ignore", stdio, stdio],
  });
}

function start(command, args, options) {
  const child = spawn(command, args, options);
  running.add(child);
  child.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, error }));
    child.once("exit", (code) => resolve({ code: code ?? 128 }));
  });
  child.ended.then(() => running.delete(child));
  return child;
}

/** Runs a Node program of the set-up; its output is shown only when it fails. */
export async function must(title, args, options) {
  const child = startNode(args, { ...options, stdio: "pipe" });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const { code, error } = await child.ended;
  if (code === 0) return;
  const words = error?.message ?? Buffer.concat(output).toString().trim();
  throw new Refusal(`${words}\n${title}失败（退出码 ${code}），原因见上。`);
}

/** Ends a program: politely, after ten seconds by force. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await child.ended;
  clearTimeout(force);
}

export async function stopChildren() {
  await Promise.all([...running].map(stop));
}
