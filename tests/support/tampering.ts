import pg from "pg";
import { inject } from "vitest";

/**
 * A hand behind the program's back: statements as the superuser, in the database of this test file,
 * with the triggers of the log switched off.
 */
export async function tamper(...statements: string[]): Promise<void> {
  const url = new URL(inject("databaseUrls").superuser);
  url.pathname = new URL(process.env.DATABASE_URL ?? "").pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER USER`);
  for (const statement of statements) await client.query(statement);
  await client.query(`ALTER TABLE "AuditEvent" ENABLE TRIGGER USER`);
  await client.end();
}
