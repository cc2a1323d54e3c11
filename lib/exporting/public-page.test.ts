import { expect, test } from "vitest";
import { renderArticle } from "@/lib/exporting/html";
import { type PublicReportPage, renderReportPage } from "@/lib/exporting/public-page";
import { printedReport } from "@/tests/support/printed-report";

const report = printedReport();
const hash = "3f2a91bc".padEnd(64, "0d4e");

function page(changes: Partial<PublicReportPage> = {}): string {
  return renderReportPage({
    identity: report.identity,
    bureauName: report.bureauName,
    title: "灋河回族区司法局2024年政府信息公开工作年度报告",
    article: renderArticle(report),
    label: "1.0",
    publishedAt: new Date("2025-01-16T17:05:00.000Z"),
    contentHash: hash,
    changeNote: "",
    basePath: "/reports/sfj/2024",
    currentPath: "/reports/sfj/2024",
    permanentPath: "/reports/sfj/2024/v/1",
    otherVersions: [],
    files: [{ name: "report.pdf", size: 204_991, sha256: "ab".repeat(32) }],
    ...changes,
  });
}

test("the stored article stands in the page byte for byte", () => {
  expect(page()).toContain(renderArticle(report));
});

test("there is no script and no inline style, and one style sheet", () => {
  expect(page()).not.toMatch(/<script|<style| style=| on[a-z]+=/i);
  expect(page().match(/rel="stylesheet"/g)).toHaveLength(1);
});

test("the meta tags of 《政府网站发展指引》 carry the publication, in Chinese time", () => {
  const html = page({ siteUrl: "https://www.example.gov.cn" });
  expect(html).toContain('<meta name="PubDate" content="2025-01-17 01:05">');
  expect(html).toContain('<meta name="ContentSource" content="灋河回族区司法局">');
  expect(html).toContain(
    '<meta name="ArticleTitle" content="灋河回族区司法局2024年政府信息公开工作年度报告">',
  );
  expect(html).toContain('<meta name="Url" content="https://www.example.gov.cn/reports/sfj/2024">');
  expect(html).toContain(
    '<meta name="Keywords" content="政府信息公开,年度报告,灋河回族区司法局,2024年">',
  );
  expect(html).toContain('<html lang="zh-CN">');
});

test("version, short and full hash, files and parts can be reached", () => {
  const html = page();
  expect(html).toContain("<dt>版本</dt><dd>1.0</dd>");
  expect(html).toContain("3F2A 91BC");
  expect(html).toContain(hash);
  expect(html).toContain('href="/reports/sfj/2024/report.pdf"');
  expect(html).toContain("ab".repeat(32));
  expect(html).toContain('<a href="#part-4">四、政府信息公开行政复议、行政诉讼情况</a>');
});

test("what people typed is escaped in the template too", () => {
  const note = { label: "0.9", publishedAt: new Date(0), href: "/v/1", changeNote: "<i>改</i>" };
  const html = page({ title: '"><script>', bureauName: "<b>局</b>", otherVersions: [note] });
  expect(html).not.toMatch(/<script|<b>|<i>/);
  expect(html).toContain("&lt;i&gt;改&lt;/i&gt;");
  expect(page({ changeNote: "<i>更正</i>" })).toContain("<dd>&lt;i&gt;更正&lt;/i&gt;</dd>");
  expect(page()).not.toContain("更正说明");
});

test("a page that stays for ever names no other version, and leads to the newest", () => {
  const later = { label: "1.1", publishedAt: new Date(0), href: "/v/2", changeNote: "更正表三" };
  const newest = page({ otherVersions: [later] });
  expect(newest).toContain('<a href="/reports/sfj/2024/v/1">');
  expect(newest).toContain("更正表三");
  const permanent = page({ otherVersions: [later], basePath: "/reports/sfj/2024/v/1" });
  expect(permanent).not.toContain("更正表三");
  expect(permanent).toContain('<a href="/reports/sfj/2024">查看最新版本</a>');
  expect(permanent).toContain('href="/reports/sfj/2024/v/1/report.pdf"');
});
