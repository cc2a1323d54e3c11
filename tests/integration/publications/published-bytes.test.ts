import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as getFile } from "@/app/(public)/reports/[bureau]/[year]/[file]/route";
import { GET as getPage } from "@/app/(public)/reports/[bureau]/[year]/route";
import { GET as getVersionFile } from "@/app/(public)/reports/[bureau]/[year]/v/[no]/[file]/route";
import { GET as getVersion } from "@/app/(public)/reports/[bureau]/[year]/v/[no]/route";
import { GET as getJson } from "@/app/api/public/v1/reports/[bureau]/[year]/route";
import { db } from "@/lib/db";
import { format2021 } from "@/lib/format/2021";
import { cellsOf } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";
import { getReport } from "@/lib/reports/queries";
import { actorOf, publishedReport, seedDistrict } from "@/tests/support/demo";
import { visit } from "@/tests/support/visitor";

const params = { bureau: "sfj", year: "2024" };
let id = "";

beforeAll(async () => {
  await seedDistrict();
  id = await publishedReport("sfj", 2024);
});

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("the page carries all 200 values", async () => {
  const { text, headers } = await visit(getPage, { params });
  const shown = new Map(
    [...text.matchAll(/data-cell="([^"]+)"[^>]*>([^<]*)</g)].map((match) => [match[1], match[2]]),
  );
  const { sections } = await getReport(await actorOf("sfj.admin"), id, new Date());
  const keys: TableKey[] = ["proactive", "applications", "disputes"];
  const expected = keys.flatMap((key) =>
    format2021.tables[key].cells.map(
      (cell) => [`${key}:${cell.key}`, String(cellsOf(sections, key)[cell.key])] as const,
    ),
  );
  expect(expected).toHaveLength(200);
  expect(shown).toEqual(new Map(expected));
  expect(text).not.toMatch(/<script/i);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

describe.each(["report.pdf", "report.json", "report.html"])("%s", (file) => {
  test("is served byte for byte as it was stored", async () => {
    const stored = await db.publishedFile.findFirstOrThrow({
      where: { name: file, publication: { reportId: id } },
      select: { sha256: true, mime: true, size: true },
    });
    const { bytes, headers } = await visit(getFile, { params: { ...params, file } });
    expect(sha256(bytes)).toBe(stored.sha256);
    expect(bytes.byteLength).toBe(stored.size);
    expect(headers.get("content-type")).toBe(stored.mime);
    expect(headers.get("etag")).toBe(`"${stored.sha256}"`);
    expect(headers.get("cache-control")).toBe("no-cache");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-disposition")).toMatch(
      new RegExp(`^inline; filename="${file}"; filename\\*=UTF-8''[!-~]+$`),
    );
  });

  test("is the same under its version, where it may be kept for ever", async () => {
    const newest = await visit(getFile, { params: { ...params, file } });
    const version = await visit(getVersionFile, { params: { ...params, no: "1", file } });
    expect(sha256(version.bytes)).toBe(sha256(newest.bytes));
    expect(version.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });
});

test("the page shows the stored article, and the hashes of the files beside it", async () => {
  const { text } = await visit(getPage, { params });
  const article = await visit(getFile, { params: { ...params, file: "report.html" } });
  expect(text).toContain(article.text);
  const pdf = await visit(getFile, { params: { ...params, file: "report.pdf" } });
  expect(text).toContain(sha256(pdf.bytes));
});

test("nothing runs in the article by itself either", async () => {
  const { headers } = await visit(getFile, { params: { ...params, file: "report.html" } });
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("the public API answers the stored JSON", async () => {
  const file = await visit(getFile, { params: { ...params, file: "report.json" } });
  const { bytes, headers } = await visit(getJson, { params });
  expect(sha256(bytes)).toBe(sha256(file.bytes));
  expect(headers.get("content-type")).toBe("application/json");
  expect((await visit(getJson, { params, query: "?scope=area" })).status).toBe(404);
  expect((await visit(getJson, { params, query: "?scope=all" })).status).toBe(422);
});

describe("who has the bytes already", () => {
  const asks = {
    page: (headers?: Record<string, string>) => visit(getPage, { params, headers }),
    version: (headers?: Record<string, string>) =>
      visit(getVersion, { params: { ...params, no: "1" }, headers }),
    file: (headers?: Record<string, string>) =>
      visit(getFile, { params: { ...params, file: "report.pdf" }, headers }),
    json: (headers?: Record<string, string>) => visit(getJson, { params, headers }),
  };

  test.each(Object.entries(asks))("gets no second copy of the %s", async (_, ask) => {
    const { headers, bytes } = await ask();
    const etag = headers.get("etag") ?? "";
    expect(etag).toBe(`"${sha256(bytes)}"`);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await ask({ "if-none-match": known });
      expect(again.status).toBe(304);
      expect(again.bytes.byteLength).toBe(0);
      expect(again.headers.get("etag")).toBe(etag);
      expect(again.headers.get("cache-control")).toBe(headers.get("cache-control"));
    }
    expect((await ask({ "if-none-match": '"other"' })).status).toBe(200);
  });
});

test("after a correction the newest is shown, and the earlier version stays as it was", async () => {
  const before = await visit(getVersion, { params: { ...params, no: "1" } });
  await publishAgain();
  const newest = await visit(getPage, { params });
  expect(newest.text).toContain("<dt>版本</dt><dd>1.1</dd>");
  expect(newest.text).toContain("更正后的正文");
  expect(newest.text).toContain('<a href="/reports/sfj/2024/v/1">版本 1.0</a>');
  expect(newest.text).toContain("更正一处");
  const after = await visit(getVersion, { params: { ...params, no: "1" } });
  expect(after.text).toBe(before.text);
  expect(after.text).not.toContain("更正一处");
});

/** A second version beside the first, as a correction will store it. */
async function publishAgain() {
  const first = await db.publication.findFirstOrThrow({ where: { reportId: id } });
  const { id: _, ...facts } = first;
  const bytes = new TextEncoder().encode("<article>更正后的正文</article>");
  const file = { bytes, size: bytes.byteLength, sha256: sha256(bytes), mime: "text/html" };
  await db.publication.create({
    data: {
      ...facts,
      seq: first.seq + 1,
      no: 2,
      label: "1.1",
      changeNote: "更正一处",
      previousHash: first.hash,
      hash: sha256(new TextEncoder().encode(first.hash)),
      files: { create: [{ ...file, name: "report.html" }] },
    },
  });
}
