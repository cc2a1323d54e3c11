import { spawn } from "node:child_process";
import { openSync, rmSync } from "node:fs";

/**
 * Stands between a script and its database server, in a session of its own: Ctrl-C does not reach
 * the server before the app has ended, and when the script is killed, the lost channel ends the
 * server. Started with a channel and one argument, the JSON of what to run.
 */
const { program, args, user, folder, log, removeAfter } = JSON.parse(process.argv[2]);

process.on("SIGINT", () => {});
process.on("SIGTERM", endServer);
process.on("disconnect", endServer);
// Killed before we listened.
if (!process.connected) finish(1);

const output = openSync(log, "a", 0o600);
const env = { ...process.env, LC_ALL: "C", LANG: "C" };
const stdio = ["ignore", output, output];
const server = spawn(program, args, { ...user, cwd: folder, env, stdio });
server.once("error", () => finish(1));
server.once("exit", (code) => finish(code ?? 1));

/** SIGINT is PostgreSQL's fast shutdown: sessions are cut off, what was answered is kept. */
function endServer() {
  server.kill("SIGINT");
  setTimeout(() => server.kill("SIGQUIT"), 20_000).unref();
}

function finish(code) {
  if (removeAfter) rmSync(removeAfter, { recursive: true, force: true });
  process.exit(code);
}
