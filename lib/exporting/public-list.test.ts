import { expect, test } from "vitest";
import { type PublicListPage, renderListPage } from "@/lib/exporting/public-list";

const item = (bureauCode: string, bureauName: string, year: number) => ({
  bureauCode,
  bureauName,
  year,
  scope: "own" as const,
  title: `${bureauName}${year}年政府信息公开工作年度报告`,
  publishedAt: new Date("2025-01-16T17:05:00.000Z"),
  label: "1.0",
  href: `/reports/${bureauCode}/${year}`,
});

function list(changes: Partial<PublicListPage> = {}): string {
  return renderListPage({
    path: "/reports",
    filter: { year: null, bureau: null, q: null },
    years: [2024, 2023],
    bureaus: [{ code: "sfj", name: "灋河回族区司法局" }],
    items: [item("jyj", "灋河回族区教育局", 2024), item("sfj", "灋河回族区司法局", 2023)],
    ...changes,
  });
}

test("reports stand under their year, with day and version", () => {
  const [, newest = "", older = ""] = list().split('<section class="year"');
  expect(newest).toContain('<a href="/reports/jyj/2024">灋河回族区教育局2024年');
  expect(newest).toContain("2025-01-17");
  expect(newest).not.toContain("/reports/sfj/2023");
  expect(older).toContain("/reports/sfj/2023");
});

test("the form shows what was asked for, escaped, and works without script", () => {
  const html = list({ filter: { year: 2023, bureau: "sfj", q: '"><script>' } });
  expect(html).toContain('<option value="2023" selected>');
  expect(html).not.toContain('<option value="2024" selected>');
  expect(html).toContain('<option value="sfj" selected>');
  expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
  expect(html).not.toContain("<script");
  expect(html).toContain('action="/reports" method="get"');
});

test("an empty list says what it means", () => {
  expect(list({ items: [] })).toContain("还没有发布年度报告");
  const filtered = list({ items: [], filter: { year: 2019, bureau: null, q: null } });
  expect(filtered).toContain('<option value="2019" selected>');
  expect(filtered).toContain("没有符合条件的年度报告");
  expect(filtered).not.toContain("还没有发布年度报告");
});

test("a longer list leads on", () => {
  expect(list({ nextHref: "/reports?cursor=a&year=2024" })).toContain(
    '<a href="/reports?cursor=a&amp;year=2024">下一页</a>',
  );
  expect(list()).not.toContain("下一页");
});

test("the page of a bureau carries its name, escaped", () => {
  const html = list({ path: "/reports/sfj", bureauName: "<b>灋河回族区司法局" });
  expect(html).toContain("<h1>&lt;b&gt;灋河回族区司法局政府信息公开工作年度报告</h1>");
  expect(list()).toContain("<h1>政府信息公开工作年度报告</h1>");
});
