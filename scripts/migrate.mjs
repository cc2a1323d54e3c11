import { openDatabase } from "./database.mjs";
import { loadEnvironment } from "./environment.mjs";
import { migrate } from "./migrations.mjs";
import { say } from "./sentences.mjs";
import { checkVariables, installDependencies } from "./set-up.mjs";
import { endOnSignals, runScript } from "./shutdown.mjs";

/** `npm run migrate`: brings the database up to date and sets the rights of the serving role. */
runScript(async () => {
  loadEnvironment();
  endOnSignals();
  await installDependencies();
  await checkVariables();
  const { urls } = await openDatabase();
  const applied = await migrate(urls);
  say(applied.length > 0 ? `数据库已更新：${applied.join("、")}` : "数据库已是最新。");
});
