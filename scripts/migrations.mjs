import { applyMigrations, openSchemaEngine } from "./schema-engine.mjs";
import { Refusal, say } from "./sentences.mjs";

/** Any number that nothing else locks: two starts do not migrate at the same moment. */
const lockKey = 7_201_512;

/**
 * Brings the database up to date as its owner, then gives the serving role what it may do:
 * everything but changing what is append-only.
 * @param urls.owner migrates; @param urls.app its user gets the rights, none when it is the owner
 * @returns names of the migrations applied.
 */
export async function migrate(urls) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: urls.owner });
  await connect(client);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lockKey]);
    await forgetUnfinished(client);
    const applied = await applyAll(urls.owner);
    await grant(client, urls);
    return applied;
  } finally {
    await client.end();
  }
}

async function connect(client) {
  try {
    await client.connect();
  } catch (error) {
    throw new Refusal(
      `连接不上数据库 ${client.host}:${client.port}（${error.message || error.code}）。请检查 DATABASE_OWNER_URL 和 DATABASE_URL。`,
    );
  }
}

/** A migration notes its end in its own transaction, so one without an end has left nothing. */
async function forgetUnfinished(client) {
  const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') AS found`);
  if (!rows[0].found) return;
  await client.query(
    "DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL",
  );
}

async function applyAll(url) {
  const opened = await openSchemaEngine(url);
  try {
    return await applyMigrations(opened);
  } finally {
    await opened.close();
  }
}

async function grant(client, urls) {
  const app = decodeURIComponent(new URL(urls.app).username);
  if (app === decodeURIComponent(new URL(urls.owner).username)) return warnOfOneRole();
  const role = client.escapeIdentifier(app);
  const tables = await listTables(client);
  const names = (rows) => rows.map((row) => client.escapeIdentifier(row.name)).join(", ");
  const fixed = tables.filter((table) => table.appendOnly);
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ${names(tables)} TO ${role};
    REVOKE UPDATE, DELETE, TRUNCATE ON ${names(fixed)} FROM ${role};
  `);
}

async function listTables(client) {
  const { rows } = await client.query(`
    SELECT c.relname AS name, EXISTS (
      SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'append_only'
    ) AS "appendOnly"
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname`);
  return rows;
}

function warnOfOneRole() {
  say(
    "注意：服务和迁移用的是同一个数据库账号，只增不改的表此时只有触发器保护。请用 DATABASE_OWNER_URL 另设迁移账号。",
  );
}
