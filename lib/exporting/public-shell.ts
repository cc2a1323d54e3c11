import { type Markup, markup } from "@/lib/exporting/markup";

/** Name of the public site, in titles and in the head of every page. */
export const siteName = "政府信息公开年报";
const columnName = "年度报告";

/** Where the site is reachable, for the meta tags that want whole addresses: https://… */
interface Address {
  siteUrl?: string | undefined;
  /** Path of the page. */
  path: string;
}

interface PublicShell extends Address {
  title: string;
  description: string;
  keywords: string[];
  /** Meta tags of this page alone: ArticleTitle, PubDate, ContentSource. */
  meta?: Record<string, string>;
  body: Markup;
}

/**
 * A public page: small, without script, one style sheet. Meta tags after the
 * annex of 《政府网站发展指引》(国办发〔2017〕47号).
 */
export function renderPublicShell(page: PublicShell): string {
  const tags = Object.entries({
    SiteName: siteName,
    ...addressTags(page),
    ColumnName: columnName,
    ColumnType: "政府信息公开",
    ...page.meta,
    Keywords: page.keywords.join(","),
    Description: page.description,
  });
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${[page.title, columnName, siteName].join("_")}</title>
${tags.map(([name, content]) => markup`<meta name="${name}" content="${content}">\n`)}${canonical(page)}<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site-head">
<div class="wrap">
<a class="site-name" href="/">${siteName}</a>
<nav aria-label="网站"><a href="/reports">全部年度报告</a></nav>
</div>
</header>
${page.body}
<footer class="site-foot">
<div class="wrap">
<p>依据《中华人民共和国政府信息公开条例》第四十九条、第五十条发布。内容以本页和随附文件为准。</p>
<p><a href="/desk">工作人员入口</a></p>
</div>
</footer>
</body>
</html>
`.html;
}

function addressTags({ siteUrl, path }: Address): Record<string, string> {
  if (!siteUrl) return {};
  const url = new URL(path, siteUrl);
  return { SiteDomain: url.host, Url: url.href };
}

function canonical({ siteUrl, path }: Address): Markup | null {
  if (!siteUrl) return null;
  return markup`<link rel="canonical" href="${new URL(path, siteUrl).href}">\n`;
}
