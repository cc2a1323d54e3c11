import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "@/prisma/generated/client";

/** Kept beside the modules: a development server loads those again at every change. */
const kept = globalThis as { nianbaotaiDatabase?: PrismaClient };

/** The database, opened at the first use: a build loads this file without having one. */
export const db = new Proxy({} as PrismaClient, {
  get(_, name) {
    kept.nianbaotaiDatabase ??= open();
    const value = Reflect.get(kept.nianbaotaiDatabase, name);
    return typeof value === "function" ? value.bind(kept.nianbaotaiDatabase) : value;
  },
});

/** Closes the pool, if it was opened: for scripts and tests that end. */
export async function closeDatabase(): Promise<void> {
  await kept.nianbaotaiDatabase?.$disconnect();
  kept.nianbaotaiDatabase = undefined;
}

/** How long a request waits for a connection when all of the pool are busy. */
const PATIENCE_MS = 15_000;

function open(): PrismaClient {
  const pool = {
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL,
    connectionTimeoutMillis: PATIENCE_MS,
    application_name: "nianbaotai",
  };
  // A connection that breaks while idle is replaced by the pool; without a listener it would
  // end the process. Messages carry no values: queries and their parameters are never logged.
  const onPoolError = (error: Error) => process.stderr.write(`数据库连接中断：${error.message}\n`);
  const options = { onPoolError, statementNameGenerator: makeStatementNames() };
  return new PrismaClient({
    adapter: new PrismaPg(pool, options),
    errorFormat: "minimal",
    // Prisma's own two and five seconds refuse saves that only wait for their turn.
    transactionOptions: { maxWait: PATIENCE_MS, timeout: 2 * PATIENCE_MS },
  });
}

/** Lists of changing length make ever new texts, and each name costs memory per connection. */
const MOST_NAMES = 300;

/**
 * Names for statements, so that each connection has PostgreSQL parse and plan a text once: most of
 * what loading a report costs. Without parameters (BEGIN, COMMIT) there is nothing to plan.
 */
function makeStatementNames() {
  const names = new Map<string, string>();
  return ({ sql, args }: { sql: string; args: unknown[] }): string => {
    if (args.length === 0) return "";
    const known = names.get(sql);
    if (known || names.size === MOST_NAMES) return known ?? "";
    const name = `s${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
