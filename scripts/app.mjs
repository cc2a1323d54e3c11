import { keepAuthSecret } from "./auth-secret.mjs";
import { prepareDataDir } from "./data-dir.mjs";
import { asVariables, openDatabase } from "./database.mjs";
import { clearHalfLoaded, loadDemonstration, showAccounts } from "./demonstration.mjs";
import { loadEnvironment } from "./environment.mjs";
import { migrate } from "./migrations.mjs";
import { say, step } from "./sentences.mjs";
import { requireFreePort, startNext, untilReachable } from "./server.mjs";
import { buildApp, checkVariables, generateClient, installDependencies } from "./set-up.mjs";
import { endOnSignals, isEnding, shutDown } from "./shutdown.mjs";

/**
 * From a fresh clone to a served app; ends with everything that it started.
 * @param mode "start" builds and serves, "dev" compiles while serving
 */
export async function runApp(mode) {
  loadEnvironment();
  endOnSignals();
  await installDependencies();
  await checkVariables();
  const port = Number(process.env.PORT ?? 3000);
  await requireFreePort(port);
  await generateClient();
  if (mode === "start") await buildApp();
  const database = await step("启动数据库", () => openDatabase({ alone: true }));
  database.ended?.then(() => fail("数据库意外停止。"));
  await prepareDatabase(database);
  const next = startNext({ mode, port, env: serverVariables(database, port) });
  await untilReachable(next, port);
  next.ended.then(({ code }) => fail(`服务意外停止（退出码 ${code}）。`, code));
  say(`\n年报台已启动：http://127.0.0.1:${port}（按 Ctrl-C 停止）\n`);
  if (database.dataDir) showAccounts(database.dataDir);
  await new Promise(() => {});
}

async function prepareDatabase(database) {
  if (database.dataDir) await clearHalfLoaded(database);
  const applied = await migrate(database.urls);
  if (applied.length > 0) say(`  数据库已更新：${applied.join("、")}`);
  if (database.dataDir) await loadDemonstration(database);
}

function serverVariables(database, port) {
  return {
    ...asVariables(database.urls),
    PORT: String(port),
    APP_URL: process.env.APP_URL ?? `http://127.0.0.1:${port}`,
    AUTH_SECRET: process.env.AUTH_SECRET ?? keepAuthSecret(database.dataDir ?? prepareDataDir()),
  };
}

function fail(sentence, code = 1) {
  if (isEnding()) return;
  process.stderr.write(`${sentence}\n`);
  shutDown(code || 1);
}
