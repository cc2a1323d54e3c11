import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diffSinceLastMigration, openSchemaEngine } from "@/scripts/schema-engine.mjs";

const appendOnly = [
  "Amendment",
  "AuditEvent",
  "CarryStatement",
  "Decision",
  "Explanation",
  "Handover",
  "ItemAnswer",
  "Override",
  "OverrideConfirmation",
  "PaperConfirmation",
  "PaperScan",
  "PaperSignature",
  "Publication",
  "PublishedFile",
  "ReviewItem",
  "ReviewPlanVersion",
  "Revision",
  "SectionClash",
  "ThreadMessage",
  "Urge",
  "Widening",
];

const app = new pg.Client({ connectionString: process.env.DATABASE_URL });
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });

beforeAll(async () => {
  await Promise.all([app.connect(), owner.connect()]);
  await app.query(`INSERT INTO "ReviewPlan" VALUES (gen_random_uuid(), 'standard', '标准流程')`);
  await app.query(
    `INSERT INTO "ReviewPlanVersion" SELECT gen_random_uuid(), id, 1, '{}', now() FROM "ReviewPlan"`,
  );
});

afterAll(() => Promise.all([app.end(), owner.end()]));

describe("append-only tables", () => {
  it.each(appendOnly)("the serving role may only add to and read %s", async (table) => {
    const { rows } = await app.query(
      `SELECT privilege_type AS may FROM information_schema.role_table_grants
       WHERE table_name = $1 AND grantee = current_user ORDER BY 1`,
      [table],
    );
    expect(rows.map((row) => row.may)).toEqual(["INSERT", "SELECT"]);
  });

  it.each([
    `UPDATE "ReviewPlanVersion" SET "no" = 2`,
    `DELETE FROM "ReviewPlanVersion"`,
    `TRUNCATE "ReviewPlan" CASCADE`,
  ])("not even the owner gets through with %s", async (statement) => {
    await expect(owner.query(statement)).rejects.toThrow(/append-only/);
    await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it.each(appendOnly)("%s carries both triggers", async (table) => {
    const { rows } = await owner.query(
      `SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass($1) AND NOT tgisinternal
       AND tgenabled = 'O' ORDER BY 1`,
      [`"${table}"`],
    );
    expect(rows.map((row) => row.tgname)).toEqual(["append_only", "append_only_truncate"]);
  });

  it("no foreign key acts by itself on what it points from or to", async () => {
    const { rows } = await owner.query(
      `SELECT conname FROM pg_constraint WHERE contype = 'f'
       AND (confdeltype NOT IN ('r', 'a') OR confupdtype NOT IN ('r', 'a'))`,
    );
    expect(rows).toEqual([]);
  });
});

describe("bounds", () => {
  it("refuses what is no hash and no sequence number", async () => {
    const insert = (seq: number, hash: string) =>
      app.query(`INSERT INTO "ChainHead" VALUES ('x', $1, $2)`, [seq, hash]);
    await expect(insert(0, "A".repeat(64))).rejects.toThrow(/ChainHead_hash_check/);
    await expect(insert(-1, "a".repeat(64))).rejects.toThrow(/ChainHead_seq_check/);
    await expect(insert(0, "a".repeat(64))).resolves.toBeDefined();
  });

  it("the serving role cannot read or change the list of migrations", async () => {
    await expect(app.query("SELECT * FROM _prisma_migrations")).rejects.toThrow(/permission/);
  });
});

it("the migrations lead to the schema", async () => {
  const opened = await openSchemaEngine(process.env.DATABASE_OWNER_URL);
  expect(await diffSinceLastMigration(opened)).toBe("");
  await opened.close();
  expect(readFileSync("prisma/migrations/schema.prisma", "utf8")).toContain("model Report ");
});
