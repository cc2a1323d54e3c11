import pg from "pg";
import { expect, test } from "vitest";
import { takeAnchor } from "@/lib/audit/anchor";
import { INSTALLATION, rowHash } from "@/lib/audit/chain";
import { appendAudit } from "@/lib/audit/record";
import { verifyChains } from "@/lib/audit/verify";
import { db } from "@/lib/db";
import { tamper } from "@/tests/support/tampering";

const now = new Date("2026-01-05T01:00:00Z");

function append(chain: string, year: number) {
  const actor = { id: null, name: "测试" };
  const entry = { chain, type: "report-created" as const, actor, subject: "s", data: { year } };
  return db.$transaction((tx) => appendAudit(tx, entry, now));
}

/** A chain of its own with so many facts. */
async function chainOf(chain: string, length: number) {
  for (let i = 1; i <= length; i++) await append(chain, 2000 + i);
}

/** Kind and place of what is wrong with one chain. */
async function faultsOf(chain: string) {
  const { faults } = await verifyChains();
  return faults.filter((f) => f.chain === chain).map((f) => `${f.kind} ${f.seq}`);
}

test("what was only appended verifies, and every row is walked", async () => {
  await chainOf("whole", 5);
  await takeAnchor(now);
  const { rows, faults } = await verifyChains();
  expect(faults).toEqual([]);
  expect(rows).toBe(await db.auditEvent.count());
});

test("a row changed behind the triggers is told as changed, and it alone", async () => {
  await chainOf("changed", 4);
  await tamper(`UPDATE "AuditEvent" SET actor = '别人' WHERE chain = 'changed' AND seq = 2`);
  expect(await faultsOf("changed")).toEqual(["changed 2"]);
});

test.each([
  ["at", `at + interval '1 millisecond'`],
  ["type", `'passed'`],
  ["subject", `'other'`],
  ["data", `'{"year":2001 }'`],
])("not even %s can be changed unseen", async (column, value) => {
  const chain = `changed-${column}`;
  await chainOf(chain, 2);
  await tamper(`UPDATE "AuditEvent" SET ${column} = ${value} WHERE chain = '${chain}' AND seq = 1`);
  expect(await faultsOf(chain)).toEqual(["changed 1"]);
});

test("a row changed together with its hash breaks the link behind it", async () => {
  await chainOf("rehashed", 4);
  const chain_seq = { chain: "rehashed", seq: 2 };
  const { hash: _, ...row } = await db.auditEvent.findUniqueOrThrow({ where: { chain_seq } });
  const forged = rowHash({ ...row, actor: "别人" });
  await tamper(
    `UPDATE "AuditEvent" SET actor = '别人', hash = '${forged}' WHERE chain = 'rehashed' AND seq = 2`,
  );
  expect(await faultsOf("rehashed")).toEqual(["link 3"]);
});

test("the last row changed together with its hash is not what the head names", async () => {
  await chainOf("last", 3);
  const chain_seq = { chain: "last", seq: 3 };
  const { hash: _, ...row } = await db.auditEvent.findUniqueOrThrow({ where: { chain_seq } });
  const forged = rowHash({ ...row, actor: "别人" });
  await tamper(
    `UPDATE "AuditEvent" SET actor = '别人', hash = '${forged}' WHERE chain = 'last' AND seq = 3`,
  );
  expect(await faultsOf("last")).toEqual(["missing 3"]);
});

test("a row taken out of the middle is missing", async () => {
  await chainOf("hole", 4);
  await tamper(`DELETE FROM "AuditEvent" WHERE chain = 'hole' AND seq = 2`);
  expect(await faultsOf("hole")).toEqual(["missing 3"]);
});

test("a cut tail is found by the head", async () => {
  await chainOf("tail", 4);
  await tamper(`DELETE FROM "AuditEvent" WHERE chain = 'tail' AND seq > 2`);
  expect(await faultsOf("tail")).toEqual(["missing 4"]);
});

test("a tail cut together with its head is found by the anchor", async () => {
  await chainOf("anchored", 4);
  await takeAnchor(now);
  await tamper(
    `DELETE FROM "AuditEvent" WHERE chain = 'anchored' AND seq > 2`,
    `UPDATE "ChainHead" SET seq = 2, hash = (SELECT hash FROM "AuditEvent"
       WHERE chain = 'anchored' AND seq = 2) WHERE chain = 'anchored'`,
  );
  expect(await faultsOf("anchored")).toEqual(["missing 4"]);
});

test("a chain that is gone whole, head and all, is found by the anchor", async () => {
  await chainOf("gone", 2);
  await takeAnchor(now);
  await tamper(
    `DELETE FROM "AuditEvent" WHERE chain = 'gone'`,
    `DELETE FROM "ChainHead" WHERE chain = 'gone'`,
  );
  expect(await faultsOf("gone")).toEqual(["missing 2"]);
});

test.each([
  ["no longer JSON", "heads"],
  ["JSON without heads", "{}"],
  ["heads that are none", `{"heads":[7]}`],
])("an anchor changed to %s is told as changed, and the walk goes on", async (_, data) => {
  await append("beside-anchor", 2001);
  await takeAnchor(now);
  const where = { chain: INSTALLATION, type: "anchor" };
  const { seq } = await db.auditEvent.findFirstOrThrow({ where, orderBy: { seq: "desc" } });
  await tamper(
    `UPDATE "AuditEvent" SET data = '${data}' WHERE chain = '${INSTALLATION}' AND seq = ${seq}`,
  );
  expect(await faultsOf(INSTALLATION)).toContain(`changed ${seq}`);
});

test("an anchor is taken only when a chain has grown", async () => {
  const anchors = () => db.auditEvent.count({ where: { chain: INSTALLATION, type: "anchor" } });
  await append("grown", 2001);
  await takeAnchor(now);
  const before = await anchors();
  await takeAnchor(now);
  expect(await anchors()).toBe(before);
  await append("grown", 2002);
  await takeAnchor(now);
  expect(await anchors()).toBe(before + 1);
});

test("facts appended at the same moment stand one after the other", async () => {
  const years = Array.from({ length: 40 }, (_, i) => 2001 + i);
  await Promise.all(years.map((year) => append(year % 4 ? "crowded" : "beside", year)));
  const rows = await db.auditEvent.findMany({
    where: { chain: "crowded" },
    orderBy: { seq: "asc" },
  });
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, i) => i + 1));
  expect(rows).toHaveLength(30);
  expect(await faultsOf("crowded")).toEqual([]);
  expect(await faultsOf("beside")).toEqual([]);
});

test("a fact of a transaction that fails leaves no gap", async () => {
  await chainOf("undone", 1);
  const failed = db.$transaction(async (tx) => {
    const actor = { id: null, name: "测试" };
    const entry = { chain: "undone", type: "imported" as const, actor, subject: "s", data: {} };
    await appendAudit(tx, entry, now);
    throw new Error("refused");
  });
  await expect(failed).rejects.toThrow("refused");
  await append("undone", 2002);
  expect(await db.auditEvent.count({ where: { chain: "undone" } })).toBe(2);
  expect(await faultsOf("undone")).toEqual([]);
});

test.each([
  `UPDATE "AuditEvent" SET actor = '别人'`,
  `DELETE FROM "AuditEvent"`,
  `TRUNCATE "AuditEvent"`,
])("nobody who serves or migrates gets through with %s", async (statement) => {
  await append("kept", 2001);
  const said = async (url: string | undefined) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client
      .query(statement)
      .then(
        () => "done",
        (error: Error) => error.message,
      )
      .finally(() => client.end());
  };
  expect(await said(process.env.DATABASE_URL)).toMatch(/permission denied|must be owner/);
  expect(await said(process.env.DATABASE_OWNER_URL)).toMatch(/append-only/);
});
