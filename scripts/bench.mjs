import { findBrowser } from "./browser.mjs";
import { must, startNode } from "./children.mjs";
import { loadEnvironment } from "./environment.mjs";
import { findFreePort } from "./postgres.mjs";
import { step } from "./sentences.mjs";
import { startNext, untilReachable } from "./server.mjs";
import { buildApp, generateClient, installDependencies } from "./set-up.mjs";
import { endOnSignals, runScript } from "./shutdown.mjs";
import { hideVariables, startTestApp } from "./test-app.mjs";

const next = "node_modules/next/dist/bin/next";
const floor = "tests/bench/floor";
const pool = { DATABASE_POOL: "10" };
/** So little that what is kept by mistake shows itself. */
const small = { DATABASE_POOL: "5", NODE_OPTIONS: "--max-old-space-size=192" };

/** Measures the built app beside a bare route handler on the same database; prints a table. */
runScript(async () => {
  loadEnvironment();
  endOnSignals();
  hideVariables();
  await installDependencies();
  await generateClient();
  await buildApp();
  await step("构建对照", () => must("构建对照", [next, "build", floor]));
  const browser = await findBrowser();
  const { url, variables } = await startTestApp(pool);
  const env = {
    ...process.env,
    ...variables,
    BENCH_URL: url,
    BENCH_FLOOR_URL: await serveFloor(variables),
    ...(await serveSmall(variables)),
    BENCH_BROWSER: browser,
  };
  const args = ["--conditions=react-server", "--import", "tsx", "tests/bench/run.ts"];
  return (await startNode(args, { env }).ended).code;
});

async function serveFloor(variables) {
  const port = await findFreePort();
  const args = [next, "start", floor, "-H", "127.0.0.1", "-p", String(port)];
  const child = startNode(args, { env: { ...process.env, ...variables } });
  await untilReachable(child, port);
  return `http://127.0.0.1:${port}`;
}

async function serveSmall(variables) {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = startNext({
    mode: "start",
    port,
    env: { ...variables, ...small, APP_URL: url },
  });
  await untilReachable(child, port);
  return { BENCH_SMALL_URL: url, BENCH_SMALL_PID: String(child.pid) };
}
