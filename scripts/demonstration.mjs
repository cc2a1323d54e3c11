import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "./children.mjs";
import { asVariables } from "./database.mjs";
import { databaseName, roleNames } from "./postgres-cluster.mjs";
import { say, step } from "./sentences.mjs";

/** Runs the seed with the sources' own conditions. */
export function seed(urls) {
  const args = ["--conditions=react-server", "--import", "tsx", "prisma/seed.ts"];
  const env = { ...process.env, ...asVariables(urls) };
  return step("装入演示数据", () => must("装入演示数据", args, { env }));
}

/** Loading was broken off and nobody has worked with it: the database is made anew. */
export async function clearHalfLoaded({ urls, dataDir }) {
  if (stateOf(dataDir) !== "loading") return;
  await query(urls.superuser.replace(/[^/]+$/, "postgres"), [
    `DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`,
    `CREATE DATABASE ${databaseName} OWNER ${roleNames.owner}`,
  ]);
  rmSync(stateFile(dataDir));
}

/** Fills an empty embedded database, unless `DEMO=0`. */
export async function loadDemonstration({ urls, dataDir }) {
  if (process.env.DEMO === "0") return;
  const [{ rows }] = await query(urls.owner, [`SELECT FROM "User" LIMIT 1`]);
  if (rows.length > 0) return;
  writeFileSync(stateFile(dataDir), "loading");
  await seed(urls);
  writeFileSync(stateFile(dataDir), "loaded");
}

/** Prints the accounts when the demonstration data are there. */
export function showAccounts(dataDir) {
  if (stateOf(dataDir) !== "loaded") return;
  say(
    `
演示账号，密码都是 Demo-2025!（jyj.* 与 sfj.* 相同，属教育局）：
  sfj.clerk、sfj.clerk2      司法局拟稿人
  sfj.review1                股室负责人（一审一校）
  sfj.review2                分管领导（二审二校）
  sfj.review3                主要负责人（三审三校）
  sfj.proof1                 校对人
  sfj.both                   一审、二审兼任
  sfj.admin                  司法局发布管理员
  qzf.super                  区政府办公室主管
  sys.admin、sec.admin、audit.admin   系统、安全、审计管理员`.trimStart(),
  );
}

async function query(connectionString, statements) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString });
  await client.connect();
  const results = [];
  for (const statement of statements) results.push(await client.query(statement));
  await client.end();
  return results;
}

function stateOf(dataDir) {
  try {
    return readFileSync(stateFile(dataDir), "utf8");
  } catch {
    return null;
  }
}

function stateFile(dataDir) {
  return join(dataDir, "demonstration");
}
