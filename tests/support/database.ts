import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/lib/db";

/**
 * Set-up of every integration test file: a database of its own, copied from the migrated template
 * before the file is loaded, so that `lib/db` opens that one, as the serving role.
 */
const urls = inject("databaseUrls");
const name = `test_${process.env.VITEST_POOL_ID}_${randomBytes(4).toString("hex")}`;

await asSuperuser(`CREATE DATABASE ${name} OWNER nianbaotai_owner TEMPLATE nianbaotai`);
process.env.DATABASE_URL = inDatabase(urls.app);
process.env.DATABASE_OWNER_URL = inDatabase(urls.owner);
process.env.AUTH_SECRET = "for-tests-only-for-tests-only-for-tests";

afterAll(async () => {
  await closeDatabase();
  await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`);
});

function inDatabase(url: string): string {
  return url.replace(/\/nianbaotai$/, `/${name}`);
}

/** From the database `postgres`: a template must have no connection when it is copied. */
async function asSuperuser(statement: string): Promise<void> {
  const connectionString = urls.superuser.replace(/\/nianbaotai$/, "/postgres");
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}
