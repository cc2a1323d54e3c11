import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { fromContent } from "@/lib/format/content";
import { canonical, canonicalSection, contentHash, sha256 } from "@/lib/format/hash";
import { performEvent } from "@/lib/reports/events/commands";
import { getReport } from "@/lib/reports/queries";
import { actorOf, approvedReport, publishedReport, seedDistrict } from "@/tests/support/demo";

beforeAll(seedDistrict);

function publicationOf(reportId: string) {
  const include = { revision: true, files: { orderBy: { name: "asc" } } } as const;
  return db.publication.findFirstOrThrow({ where: { reportId }, include });
}

test("what is stored is the text that was approved, under the hashes of its own bytes", async () => {
  const id = await publishedReport("sfj", 2025);
  const { files, revision, ...publication } = await publicationOf(id);
  expect(files.map((file) => file.name)).toEqual(["report.html", "report.json", "report.pdf"]);
  for (const file of files) {
    expect(createHash("sha256").update(file.bytes).digest("hex")).toBe(file.sha256);
    expect(file.bytes.byteLength).toBe(file.size);
  }
  const content = JSON.parse(revision.content);
  const sections = fromContent(content);
  const hashes = Object.fromEntries(
    Object.entries(sections).map(([key, section]) => [key, sha256(canonicalSection(section))]),
  );
  const { format, bureau, year, scope } = content;
  expect(contentHash({ format, bureau, year, scope }, hashes)).toBe(publication.contentHash);
  expect(JSON.parse(revision.sectionHashes)).toEqual(hashes);
  const passes = await db.decision.findMany({ where: { reportId: id, kind: "PASS" } });
  for (const pass of passes) expect(pass.contentHash).toBe(publication.contentHash);
  const json = JSON.parse(new TextDecoder().decode(files[1]?.bytes));
  expect(json.tables).toEqual(content.tables);
  expect(json.sections).toEqual(content.sections);
});

test("each publication names the one before it, and anybody can recompute its hash", async () => {
  const before = await db.publication.findFirstOrThrow({ orderBy: { seq: "desc" } });
  const id = await publishedReport("jyj", 2024);
  const { id: _, files, revision, hash, publishedAt, ...facts } = await publicationOf(id);
  expect(revision.id).toBe(facts.revisionId);
  expect(facts.previousHash).toBe(before.hash);
  expect(facts.seq).toBe(before.seq + 1);
  const fileHashes = Object.fromEntries(files.map((file) => [file.name, file.sha256]));
  const at = { publishedAt: publishedAt.toISOString() };
  expect(sha256(canonical({ ...facts, ...at, files: fileHashes }))).toBe(hash);
});

test("two publishers at the same moment publish once", async () => {
  const id = await approvedReport("sfj", 2023);
  const admin = await actorOf("sfj.admin");
  const { version } = await getReport(admin, id, new Date());
  const publish = () => performEvent(admin, id, { event: "publish", version }, new Date());
  const done = await Promise.allSettled([publish(), publish(), publish()]);
  const refused = done.flatMap((d) => (d.status === "rejected" ? [d.reason] : []));
  expect(refused).toHaveLength(2);
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(AppError);
    expect(reason.code).toBe("CONFLICT");
  }
  expect(await db.publication.count({ where: { reportId: id } })).toBe(1);
});

test("the time before the public is the server's own, and the record keeps who published", async () => {
  const id = await approvedReport("sfj", 2022);
  const admin = await actorOf("sfj.admin");
  const { version } = await getReport(admin, id, new Date());
  const now = new Date("2099-01-20T02:03:04.567Z");
  await performEvent(admin, id, { event: "publish", version }, now);
  const publication = await db.publication.findFirstOrThrow({ where: { reportId: id } });
  expect(publication).toMatchObject({ publishedAt: now, publishedBy: "金晨", label: "1.0", no: 1 });
});

test("a clock that stands behind sets no publication before what was decided", async () => {
  const id = await approvedReport("sfj", 2021);
  const admin = await actorOf("sfj.admin");
  const { version } = await getReport(admin, id, new Date());
  const behind = new Date("2026-01-20T02:03:04.567Z");
  await performEvent(admin, id, { event: "publish", version }, behind);
  const { publishedAt } = await db.publication.findFirstOrThrow({ where: { reportId: id } });
  const { _max } = await db.decision.aggregate({ where: { reportId: id }, _max: { at: true } });
  expect(publishedAt.getTime()).toBeGreaterThan(_max.at?.getTime() ?? Number.NaN);
});
