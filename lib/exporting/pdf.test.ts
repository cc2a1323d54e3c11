import { expect, test } from "vitest";
import { renderPdf } from "@/lib/exporting/pdf";
import { charactersIn, pagesIn, unpackedPdf } from "@/tests/support/pdf-text";
import { printedReport } from "@/tests/support/printed-report";

const prose = (...paragraphs: string[]) => ({ kind: "prose" as const, paragraphs });

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
  const text = charactersIn(await renderPdf(printedReport()));
  for (const character of "灋瀘河回族区司法局") expect(text).toContain(character);
  expect(text).not.toContain("瀍");
});

test("what Typst takes for markup is printed literally", async () => {
  const marks = "#*_$@\\`~<>";
  const plain = charactersIn(await renderPdf(printedReport()));
  const text = charactersIn(
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
  const pdf = await renderPdf(printedReport());
  const file = unpackedPdf(pdf);
  expect(file).toContain("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
  expect(file).toContain("/StructTreeRoot");
  expect(file).toContain("/CreationDate (D:20250117013000Z)");
  expect(file).toContain('"contentHash": "3f2a91bc');
  expect(pagesIn(pdf)).toBe(4);
});

test("a draft says so and carries no data", async () => {
  const draft = await renderPdf({ ...printedReport(), publication: null });
  expect(charactersIn(draft)).toContain("稿");
  expect(charactersIn(await renderPdf(printedReport()))).not.toContain("稿");
  expect(unpackedPdf(draft)).not.toContain("contentHash");
});

test("a character that no font can draw does not stop the file", async () => {
  const pdf = await renderPdf(printedReport({ problems: prose("私用区字符\u{10FFFD}一枚。") }));
  expect(unpackedPdf(pdf)).not.toContain("pdfaid:part");
  expect(pdf.length).toBeGreaterThan(10_000);
});

test("a job that takes too long is refused, and the next one is served", async () => {
  const long = prose(...Array.from({ length: 3000 }, () => "逐条说明".repeat(60)));
  const stuck = renderPdf(printedReport({ problems: long }), { timeoutMs: 1 });
  const next = renderPdf(printedReport());
  await expect(stuck).rejects.toThrow("PDF not ready in 1 ms");
  expect((await next).length).toBeGreaterThan(10_000);
});
