import { mkdirSync, writeFileSync } from "node:fs";
import { loadEnvironment } from "./environment.mjs";
import { startPostgres } from "./postgres.mjs";
import { diffSinceLastMigration, keepSnapshot, openSchemaEngine } from "./schema-engine.mjs";
import { Refusal, say } from "./sentences.mjs";
import { installDependencies } from "./set-up.mjs";
import { atEnd, endOnSignals, runScript } from "./shutdown.mjs";
import { makeTemporaryDataDir } from "./temporary-data.mjs";

/** `npm run migrate:new -- NAME`: the migration from the last one's schema to the present. */
runScript(async () => {
  loadEnvironment();
  endOnSignals();
  const name = process.argv[2];
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? "")) {
    throw new Refusal(
      "请给出迁移的名称（小写字母、数字和下划线），例如：npm run migrate:new -- add_inspections",
    );
  }
  await installDependencies();
  const sql = await diff();
  if (!sql) return say("表结构没有变化，不需要新的迁移。");
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = `prisma/migrations/${stamp}_${name}`;
  mkdirSync(folder);
  writeFileSync(`${folder}/migration.sql`, `${sql.trimEnd()}\n`);
  keepSnapshot();
  say(`已生成 ${folder}/migration.sql，请检查，并补上表结构语言写不出的约束。`);
});

/** The engine compares two schema files, yet insists on a connection. */
async function diff() {
  const server = await startPostgres(await makeTemporaryDataDir(), { forTests: true });
  atEnd(server.stop);
  const opened = await openSchemaEngine(server.urls.owner);
  const sql = await diffSinceLastMigration(opened);
  await opened.close();
  return sql;
}
