import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { renderPdf } from "@/lib/exporting/pdf";
import { printedReport } from "@/tests/support/printed-report";

const prose = (...paragraphs: string[]) => ({ kind: "prose" as const, paragraphs });

/** All of the file's streams, unpacked, and what stands between them. */
function unpacked(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString("latin1");
  return raw.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, body: string) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return whole;
    }
  });
}

/** Characters that glyphs of the file's subset fonts stand for: what copying and searching find. */
function textOf(pdf: Uint8Array): Set<string> {
  const maps = unpacked(pdf).match(/beginbfchar[\s\S]*?endbfchar/g) ?? [];
  const codes = maps.flatMap((map) => [...map.matchAll(/<[0-9A-F]+> <([0-9A-F]+)>/gi)]);
  return new Set(codes.map(([, hex = ""]) => Buffer.from(hex, "hex").swap16().toString("utf16le")));
}

test("the same report gives the same bytes", async () => {
  const [first, second] = await Promise.all([
    renderPdf(printedReport()),
    renderPdf(printedReport()),
  ]);
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  const later = printedReport();
  if (later.publication) later.publication.publishedAt = new Date("2025-01-17T01:31:00.000Z");
  expect(Buffer.from(await renderPdf(later)).equals(Buffer.from(first))).toBe(false);
});

test("rare characters of the bureau's name are real text", async () => {
  const text = textOf(await renderPdf(printedReport()));
  for (const character of "灋瀘河回族区司法局") expect(text).toContain(character);
  expect(text).not.toContain("瀍");
});

test("what Typst takes for markup is printed literally", async () => {
  const marks = "#*_$@\\`~<>";
  const plain = textOf(await renderPdf(printedReport()));
  const text = textOf(
    await renderPdf(
      printedReport({ problems: prose(`#panic() *强* _斜_ $x$ @ref \\ \`码\` ~ <标>`) }),
    ),
  );
  for (const mark of marks) {
    expect(plain).not.toContain(mark);
    expect(text).toContain(mark);
  }
});

test("a published report is tagged PDF/A-3a with its title, its clock and its data", async () => {
  const file = unpacked(await renderPdf(printedReport()));
  expect(file).toContain("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
  expect(file).toContain("/StructTreeRoot");
  expect(file).toContain("/CreationDate (D:20250117013000Z)");
  expect(file).toContain('"contentHash": "3f2a91bc');
  const page = "/Type/Page/";
  expect(file.replaceAll(/\s/g, "").split(page).length - 1).toBe(4);
});

test("a draft says so and carries no data", async () => {
  const draft = await renderPdf({ ...printedReport(), publication: null });
  expect(textOf(draft)).toContain("稿");
  expect(textOf(await renderPdf(printedReport()))).not.toContain("稿");
  expect(unpacked(draft)).not.toContain("contentHash");
});

test("a character that no font can draw does not stop the file", async () => {
  const pdf = await renderPdf(printedReport({ problems: prose("私用区字符\u{10FFFD}一枚。") }));
  expect(unpacked(pdf)).not.toContain("pdfaid:part");
  expect(pdf.length).toBeGreaterThan(10_000);
});

test("a job that takes too long is refused, and the next one is served", async () => {
  const long = prose(...Array.from({ length: 3000 }, () => "逐条说明".repeat(60)));
  const stuck = renderPdf(printedReport({ problems: long }), { timeoutMs: 1 });
  const next = renderPdf(printedReport());
  await expect(stuck).rejects.toThrow("PDF not ready in 1 ms");
  expect((await next).length).toBeGreaterThan(10_000);
});
