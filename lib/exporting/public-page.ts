import { chinaTime } from "@/lib/exporting/china-time";
import { partAnchors } from "@/lib/exporting/html";
import { type Markup, markup, trusted } from "@/lib/exporting/markup";
import { renderPublicShell, siteName } from "@/lib/exporting/public-shell";
import { getFormat, type ReportIdentity } from "@/lib/format/content";
import { shortHash } from "@/lib/format/short-hash";

/** One stored file of a publication, as the page offers it. */
interface PublicFile {
  /** report.pdf, report.json: the last part of its address. */
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** A published version beside the one shown. */
interface PublicVersion {
  label: string;
  publishedAt: Date;
  href: string;
  changeNote: string;
}

/** Everything that the public page of a report shows. */
export interface PublicReportPage {
  identity: ReportIdentity;
  bureauName: string;
  title: string;
  /** The stored article, printed as it is. */
  article: string;
  label: string;
  publishedAt: Date;
  contentHash: string;
  /** What this version changed; empty for the first. */
  changeNote: string;
  /** Of this page: /reports/sfj/2024, without a slash at the end; files lie below it. */
  basePath: string;
  /** Where the newest version stands. */
  currentPath: string;
  /** Where this version stands for ever; the page there may say nothing that changes. */
  permanentPath: string;
  /** The stored article itself is not offered: it is the page. */
  files: PublicFile[];
  otherVersions: PublicVersion[];
  siteUrl?: string | undefined;
}

/** The public page of a report: the stored article in a small template. */
export function renderReportPage(page: PublicReportPage): string {
  const { identity, bureauName, title } = page;
  return renderPublicShell({
    title,
    path: page.basePath,
    siteUrl: page.siteUrl,
    description: `${bureauName}${identity.year}年政府信息公开工作年度报告，${chinaTime(page.publishedAt)}发布，版本${page.label}。`,
    keywords: ["政府信息公开", "年度报告", bureauName, `${identity.year}年`],
    meta: {
      ArticleTitle: title,
      PubDate: chinaTime(page.publishedAt),
      ContentSource: bureauName,
    },
    body: markup`<div class="wrap report-page">
<nav class="crumbs" aria-label="当前位置">
<ol><li><a href="/">${siteName}</a></li><li><a href="/reports/${identity.bureau}">${bureauName}</a></li><li aria-current="page">${identity.year}年度报告</li></ol>
</nav>
${facts(page)}
${contents(identity)}
<main id="main" tabindex="-1">
${trusted(page.article)}</main>
<aside class="after" aria-label="下载与核对">
${downloads(page)}
${page.basePath === page.permanentPath ? permanence(page) : versions(page)}${verification(page)}
</aside>
</div>`,
  });
}

function facts(page: PublicReportPage) {
  const { bureauName, identity, publishedAt, label, contentHash, changeNote } = page;
  return markup`<section class="facts" aria-label="发布信息">
<dl>
<div><dt>发布时间</dt><dd><time datetime="${publishedAt.toISOString()}">${chinaTime(publishedAt)}</time></dd></div>
<div><dt>来源</dt><dd>${bureauName}</dd></div>
<div><dt>报告年度</dt><dd>${identity.year}年</dd></div>
<div><dt>报告口径</dt><dd>${scopeName[identity.scope]}</dd></div>
<div><dt>版本</dt><dd>${label}</dd></div>
<div><dt>校验码</dt><dd><details><summary><span class="code">${shortHash(contentHash)}</span></summary><p class="code">${contentHash}</p></details></dd></div>${changeNote && markup`\n<div class="wide"><dt>更正说明</dt><dd>${changeNote}</dd></div>`}
</dl>
</section>`;
}

/** 报告口径 as people read it. */
export const scopeName = { own: "本机关", area: "汇总" } as const;

function contents({ format }: ReportIdentity): Markup {
  const anchors = partAnchors(getFormat(format));
  return markup`<nav class="contents" aria-labelledby="contents-head">
<h2 id="contents-head">本页内容</h2>
<ul>
${anchors.map(({ id, heading }) => markup`<li><a href="#${id}">${heading}</a></li>\n`)}<li><a href="#files">下载与核对</a></li>
</ul>
</nav>`;
}

function downloads({ files, basePath }: PublicReportPage): Markup {
  return markup`<section class="files" id="files" aria-labelledby="files-head">
<h2 id="files-head">文件下载</h2>
<ul>
${files.map(
  ({ name, size, sha256 }) => markup`<li>
<a href="${basePath}/${name}" download>${fileKind(name)}</a> <span class="size">${kilobytes(size)}</span>
<details><summary>文件的 SHA-256</summary><p class="code">${sha256}</p></details>
</li>
`,
)}</ul>
</section>`;
}

function fileKind(name: string): string {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const kinds: Record<string, string> = { pdf: "PDF 版式文件", json: "JSON 数据" };
  return kinds[extension] ?? `${extension.toUpperCase()} 文件`;
}

function kilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

function permanence({ label, currentPath }: PublicReportPage): Markup {
  return markup`<section class="versions" aria-labelledby="versions-head">
<h2 id="versions-head">版本</h2>
<p>本页固定显示版本 ${label}，内容永不改变。<a href="${currentPath}">查看最新版本</a></p>
</section>
`;
}

function versions({ label, permanentPath, otherVersions }: PublicReportPage): Markup {
  return markup`<section class="versions" aria-labelledby="versions-head">
<h2 id="versions-head">版本</h2>
<p>版本 ${label} 的固定网址：<a href="${permanentPath}">${permanentPath}</a></p>
${
  otherVersions.length > 0 &&
  markup`<ul>
${otherVersions.map(
  (
    version,
  ) => markup`<li><a href="${version.href}">版本 ${version.label}</a> <time datetime="${version.publishedAt.toISOString()}">${chinaTime(version.publishedAt)}</time>${version.changeNote && markup` <span>${version.changeNote}</span>`}</li>
`,
)}</ul>
`
}</section>
`;
}

function verification({ contentHash }: PublicReportPage): Markup {
  return markup`<section class="verify" aria-labelledby="verify-head">
<h2 id="verify-head">怎样核对</h2>
<p>校验码 <span class="code">${shortHash(contentHash)}</span> 由报告全部文字和表格计算得出，改动任何一个字，校验码都会不同。PDF 末页、JSON 数据中的校验码应与本页一致。</p>
<p>核对下载的文件：用任一工具计算文件的 SHA-256（如 <span class="code">certutil -hashfile report.pdf SHA256</span>），与上面所列一致，即为发布时的原件。</p>
</section>`;
}
