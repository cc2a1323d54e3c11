import { chinaDate } from "@/lib/exporting/china-time";
import { type Markup, markup } from "@/lib/exporting/markup";
import { scopeName } from "@/lib/exporting/public-page";
import { renderPublicShell } from "@/lib/exporting/public-shell";
import type { Scope } from "@/lib/format/content";

/** A published report in a list. */
export interface PublicReportItem {
  bureauCode: string;
  bureauName: string;
  year: number;
  scope: Scope;
  title: string;
  publishedAt: Date;
  label: string;
  href: string;
}

/** What the reader asked for; null where nothing. */
interface PublicFilter {
  year: number | null;
  bureau: string | null;
  q: string | null;
}

export interface PublicListPage {
  /** Address of the page: /, /reports, /reports/sfj. */
  path: string;
  /** Set on the page of one bureau. */
  bureauName?: string;
  filter: PublicFilter;
  /** Choices of the form: years and bureaus that have published anything, in the order of lists. */
  years: number[];
  bureaus: { code: string; name: string }[];
  /** In printed order: newest year first, then by bureau. */
  items: PublicReportItem[];
  /** The next page of the same list. */
  nextHref?: string | null;
  siteUrl?: string | undefined;
}

/** Published reports by year and bureau, with a form that works without script. */
export function renderListPage(page: PublicListPage): string {
  const { bureauName = "" } = page;
  return renderPublicShell({
    title: page.path === "/" ? "首页" : bureauName || "全部年度报告",
    path: page.path,
    siteUrl: page.siteUrl,
    description: `${bureauName || "各机关"}政府信息公开工作年度报告，可按年度、机关查阅，附 PDF 和 JSON 文件。`,
    keywords: ["政府信息公开", "年度报告", ...(bureauName ? [bureauName] : [])],
    body: markup`<main class="wrap list-page" id="main" tabindex="-1">
<h1>${bureauName}政府信息公开工作年度报告</h1>
<p class="lead">各机关每年公布上一年度政府信息公开工作情况。报告发布后不再改动，更正以新版本公布，旧版本保留。</p>
${filterForm(page)}
${page.items.length > 0 ? byYear(page.items) : emptyList(page)}${
  page.nextHref && markup`\n<p class="more"><a href="${page.nextHref}">下一页</a></p>`
}
</main>`,
  });
}

function filterForm({ filter, years, bureaus }: PublicListPage): Markup {
  const chosen = (is: boolean) => is && markup` selected`;
  // A year without reports was asked for all the same.
  const asked = filter.year !== null && !years.includes(filter.year) ? [filter.year] : [];
  return markup`<form class="filter" action="/reports" method="get" role="search" aria-label="查找年度报告">
<div><label for="filter-year">年度</label>
<select id="filter-year" name="year"><option value="">全部年度</option>${[...asked, ...years].map((year) => markup`<option value="${year}"${chosen(year === filter.year)}>${year}年</option>`)}</select></div>
<div><label for="filter-bureau">机关</label>
<select id="filter-bureau" name="bureau"><option value="">全部机关</option>${bureaus.map(({ code, name }) => markup`<option value="${code}"${chosen(code === filter.bureau)}>${name}</option>`)}</select></div>
<div class="wide"><label for="filter-q">标题或机关名称</label>
<input id="filter-q" name="q" type="search" value="${filter.q ?? ""}" maxlength="60"></div>
<button type="submit">查找</button>
</form>`;
}

function byYear(items: PublicReportItem[]): Markup[] {
  const years = [...new Set(items.map(({ year }) => year))];
  return years.map((year) => {
    const own = items.filter((item) => item.year === year);
    return markup`<section class="year" aria-labelledby="year-${year}">
<h2 id="year-${year}">${year}年度 <span class="count">${own.length} 份</span></h2>
<ul class="reports">
${own.map(listed)}</ul>
</section>
`;
  });
}

function listed(item: PublicReportItem): Markup {
  return markup`<li>
<span class="bureau">${item.bureauName}</span>
<a href="${item.href}">${item.title}</a>
<span class="about">${item.scope === "area" && markup`${scopeName.area} · `}版本 ${item.label} · <time datetime="${item.publishedAt.toISOString()}">${chinaDate(item.publishedAt)}</time></span>
</li>
`;
}

function emptyList({ filter }: PublicListPage): Markup {
  const filtered = filter.year !== null || filter.bureau !== null || Boolean(filter.q);
  return filtered
    ? markup`<div class="empty"><h2>没有符合条件的年度报告</h2>
<p>可能该机关这一年度的报告尚未发布，或者条件有误。请减少条件再查，或<a href="/reports">查看全部年度报告</a>。</p></div>`
    : markup`<div class="empty"><h2>还没有发布年度报告</h2>
<p>各机关的年度报告经审核并发布后，即在这里公布。政府部门一般在每年1月31日前发布。</p></div>`;
}
