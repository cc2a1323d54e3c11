import { expect, test } from "vitest";
import { partAnchors, renderArticle } from "@/lib/exporting/html";
import { printValue } from "@/lib/exporting/printed";
import { cellsOf, getFormat } from "@/lib/format/content";
import { printedReport } from "@/tests/support/printed-report";

const format = getFormat("2021");

/** Attribute `name` of every value cell, with its text. */
function values(article: string, name: string): Map<string, string> {
  const cells = article.matchAll(/<td data-cell="([^"]+)" headers="([^"]+)"[^>]*>([^<]*)<\/td>/g);
  return new Map(
    [...cells].map(([, cell = "", headers = "", text = ""]) => [
      cell,
      name === "headers" ? headers : text,
    ]),
  );
}

function heads(article: string): Map<string, string> {
  const found = article.matchAll(/<th id="([^"]+)" scope="[^"]+"[^>]*>([^<]*)<\/th>/g);
  return new Map([...found].map(([, id = "", text = ""]) => [id, text]));
}

test("all 200 values stand at their place", () => {
  const report = printedReport();
  const printed = values(renderArticle(report), "text");
  expect(printed.size).toBe(200);
  for (const table of Object.values(format.tables)) {
    const cells = cellsOf(report.sections, table.key);
    for (const { key } of table.cells) {
      expect([key, printed.get(`${table.key}:${key}`)]).toEqual([key, printValue(cells[key])]);
    }
  }
});

test("every value names the heads of its row and column", () => {
  const article = renderArticle(printedReport());
  const texts = heads(article);
  const headers = values(article, "headers");
  const spoken = (cell: string) => (headers.get(cell) ?? "").split(" ").map((id) => texts.get(id));
  for (const table of Object.values(format.tables)) {
    for (const { key, row, column } of table.cells) {
      expect(spoken(`${table.key}:${key}`).join(" ")).toContain(row);
      expect(spoken(`${table.key}:${key}`).join(" ")).toContain(column);
    }
  }
  expect(spoken("applications:refusedByLaw.research")).toEqual([
    "申请人情况",
    "法人或其他组织",
    "科研机构",
    "三、本年度办理结果",
    "（三）不予公开",
    "2.其他法律行政法规禁止公开",
  ]);
  expect(spoken("disputes:litigationAfterReconsideration.pending")).toEqual([
    "行政诉讼",
    "复议后起诉",
    "尚未审结",
  ]);
  expect(spoken("proactive:penalties")).toEqual([
    "第二十条第（六）项",
    "本年处理决定数量",
    "行政处罚",
  ]);
});

test("no two elements share an id", () => {
  const ids = [...renderArticle(printedReport()).matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
  expect(new Set(ids).size).toBe(ids.length);
});

test("text is escaped, in prose and in notes", () => {
  const prose = { kind: "prose" as const, paragraphs: [`<script>alert("1")</script> & '全文'`] };
  const article = renderArticle(printedReport({ problems: prose, title: prose }));
  expect(article).not.toContain("<script");
  expect(
    article.split("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;全文&#39;"),
  ).toHaveLength(3);
  const note = { ...printedReport().sections.disputes, notes: ["a<b"] };
  expect(renderArticle(printedReport({ disputes: note }))).toContain(
    '<p class="table-note">a&lt;b</p>',
  );
});

test("a blank cell is printed empty, never as zero", () => {
  const blank = { kind: "table" as const, cells: { licences: 0 }, notes: [] };
  const printed = values(renderArticle(printedReport({ proactive: blank })), "text");
  expect(printed.get("proactive:licences")).toBe("0");
  expect(printed.get("proactive:penalties")).toBe("");
});

test("the article depends on the content alone", () => {
  const report = printedReport();
  expect(renderArticle({ ...report, publication: null })).toBe(renderArticle(report));
});

test("parts stand in the official order, each with the anchor that navigation points to", () => {
  const article = renderArticle(printedReport());
  const places = partAnchors(format).map(({ id, heading }) =>
    article.indexOf(
      `id="${id}" aria-labelledby="${id}-heading">\n<h2 id="${id}-heading">${heading}<`,
    ),
  );
  expect(places).toHaveLength(6);
  expect(places.every((place, i) => place > (places[i - 1] ?? 0))).toBe(true);
});

test("an optional section without text is not printed", () => {
  const empty = { kind: "prose" as const, paragraphs: [] };
  const article = renderArticle(printedReport({ preface: empty, problems: empty }));
  expect(article).not.toContain('data-section="preface"');
  expect(article).toContain('data-section="problems"');
});
