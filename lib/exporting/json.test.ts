import { expect, test } from "vitest";
import { renderJson } from "@/lib/exporting/json";
import { fromContent, type Sections } from "@/lib/format/content";
import { canonicalSection, sha256 } from "@/lib/format/hash";
import { printedReport } from "@/tests/support/printed-report";

const read = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

test("the content can be read back, and every section hash computed again", () => {
  const report = printedReport();
  const file = read(renderJson(report));
  const sections = fromContent(file);
  expect(sections).toEqual(report.sections);
  expect(file.tables.applications.received.total).toBe(621);
  for (const [key, hash] of Object.entries(file.publication.sectionHashes)) {
    expect(sha256(canonicalSection(sections[key as keyof Sections]))).toBe(hash);
  }
  expect(Object.keys(file.publication.sectionHashes)).toHaveLength(14);
});

test("the publication is named, and absent in a draft", () => {
  const report = printedReport();
  expect(read(renderJson(report)).publication).toMatchObject({
    version: "1.0",
    publishedAt: "2025-01-17T01:30:00.000Z",
    contentHash: report.publication?.contentHash,
  });
  expect(read(renderJson({ ...report, publication: null })).publication).toBeNull();
});

test("the bytes do not depend on the order in which cells were read", () => {
  const report = printedReport();
  const { applications } = report.sections;
  if (applications.kind !== "table") throw new Error("applications is a table");
  const reversed = Object.fromEntries(Object.entries(applications.cells).reverse());
  const other = printedReport({ applications: { ...applications, cells: reversed } });
  expect(renderJson(other)).toEqual(renderJson(report));
});
