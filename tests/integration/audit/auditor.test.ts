import { beforeAll, expect, test } from "vitest";
import { getAuditPage, listAuditEvents, verifyAudit } from "@/lib/audit/queries";
import { createReport } from "@/lib/reports/commands";
import { actorOf, seedDistrict } from "@/tests/support/demo";

const now = new Date("2026-01-05T01:00:00Z");

beforeAll(async () => {
  await seedDistrict();
  const clerk = await actorOf("sfj.clerk", now);
  for (let year = 2021; year <= 2075; year++) {
    await createReport(clerk, { bureau: "sfj", year, scope: "own" }, now);
  }
});

test("only the auditor reads the log and verifies it; for others it does not exist", async () => {
  for (const account of ["sfj.clerk", "qzf.super", "sys.admin", "sec.admin"]) {
    const actor = await actorOf(account, now);
    await expect(listAuditEvents(actor, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getAuditPage(actor, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(verifyAudit(actor, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

test("the pages of the log follow each other without a gap or a repetition", async () => {
  const auditor = await actorOf("audit.admin", now);
  const first = await listAuditEvents(auditor, { chain: "sfj" });
  expect(first.items).toHaveLength(50);
  const second = await listAuditEvents(auditor, {
    chain: "sfj",
    cursor: first.nextCursor ?? undefined,
  });
  expect(second.nextCursor).toBeNull();
  const seqs = [...first.items, ...second.items].map((item) => item.seq);
  expect(seqs).toEqual(Array.from({ length: 55 }, (_, i) => 55 - i));
});

test("a page says which report a fact is about, in words", async () => {
  const auditor = await actorOf("audit.admin", now);
  const { items, chains } = await getAuditPage(auditor, { chain: "sfj", type: "report-created" });
  expect(items[0]).toMatchObject({
    chainName: "灋河回族区司法局",
    actor: "马晓雯",
    type: "新建报告",
    subjectName: "灋河回族区司法局 2075 年度报告",
    data: ["2075 年度", "本机关"],
  });
  expect(chains).toContainEqual({ chain: "sfj", name: "灋河回族区司法局" });
});

test("a verification is a fact of its own", async () => {
  const auditor = await actorOf("audit.admin", now);
  const { faults, rows } = await verifyAudit(auditor, now);
  expect(faults).toEqual([]);
  const { items } = await listAuditEvents(auditor, { type: "audit-verified" });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ chain: "installation", actor: "审计管理员" });
  expect(JSON.parse(items[0]?.data ?? "")).toMatchObject({ rows, faults: 0 });
});
