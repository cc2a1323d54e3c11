import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { canonical, sha256 } from "@/lib/format/hash";
import { act, approvedReport, publishedReport, seedDistrict } from "@/tests/support/demo";

beforeAll(seedDistrict);

test("a text that is not what its hash says is not published, whoever changed it", async () => {
  const reportId = await approvedReport("sfj", 2025);
  const where = { reportId_key: { reportId, key: "problems" } };
  const { content } = await db.reportSection.findUniqueOrThrow({ where });
  const changed = content.replace("一年来", "三年来");
  expect(changed).not.toBe(content);
  await db.reportSection.update({ where, data: { content: changed } });
  await expect(act("sfj.admin", reportId, { event: "publish" })).rejects.toMatchObject({
    code: "INVALID",
    reasons: [expect.stringContaining("校验码")],
  });
  expect(await db.publication.count({ where: { reportId } })).toBe(0);
  await db.reportSection.update({ where, data: { content } });
  await act("sfj.admin", reportId, { event: "publish" });
  expect(await db.publication.count({ where: { reportId } })).toBe(1);
});

test("a publication's hash covers everything that it says, and the one before it", async () => {
  await publishedReport("sfj", 2023);
  await publishedReport("jyj", 2023);
  const publications = await db.publication.findMany({
    orderBy: { seq: "asc" },
    include: { files: { select: { name: true, sha256: true } } },
  });
  let previousHash: string | null = null;
  for (const { id: _, hash, files, ...facts } of publications) {
    expect(facts.previousHash).toBe(previousHash);
    const named = Object.fromEntries(files.map((file) => [file.name, file.sha256]));
    const publishedAt = facts.publishedAt.toISOString();
    expect(hash).toBe(sha256(canonical({ ...facts, publishedAt, files: named })));
    previousHash = hash;
  }
  expect(publications.length).toBeGreaterThan(1);
});
