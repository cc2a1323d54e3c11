import { spawn } from "node:child_process";
import { Refusal } from "./sentences.mjs";

/** What runs now and must not outlive us. */
const running = new Set();

/** Starts a program in the project folder; it is ended with us. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: "inherit", ...options });
  running.add(child);
  child.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, error }));
    child.once("exit", (code, signal) => resolve({ code: code ?? 128, signal }));
  });
  child.ended.then(() => running.delete(child));
  return child;
}

/** Runs a program to its end; answers its exit code. Its output is shown only when it fails. */
export async function runQuietly(command, args, options = {}) {
  const child = start(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const { code, error } = await child.ended;
  if (code !== 0) process.stderr.write(error ? `${error.message}\n` : Buffer.concat(output));
  return code;
}

/** Runs a step of the set-up; refuses to go on when it fails. */
export async function must(title, command, args, options) {
  const code = await runQuietly(command, args, options);
  if (code !== 0) throw new Refusal(`${title}失败（退出码 ${code}），原因见上。`);
}

/** Ends a program: politely, after ten seconds by force. */
export async function stop(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await child.ended;
  clearTimeout(force);
}

export async function stopAll() {
  await Promise.all([...running].map(stop));
}
