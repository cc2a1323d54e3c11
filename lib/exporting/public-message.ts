import { type Markup, markup } from "@/lib/exporting/markup";
import { renderPublicShell } from "@/lib/exporting/public-shell";

/** One page for what does not exist, is not published or is no address at all: nobody can tell which. */
export function renderMissingPage(): string {
  return messagePage(
    "没有找到这个页面",
    markup`<p>网址可能有误，或者这份报告尚未发布。请核对网址，或<a href="/reports">查看全部年度报告</a>。</p>`,
  );
}

/** For a request that failed: what happened stays inside. */
export function renderTroublePage(): string {
  return messagePage(
    "页面暂时打不开",
    markup`<p>服务器出现问题，请稍后再试，或<a href="/reports">查看全部年度报告</a>。</p>`,
  );
}

function messagePage(title: string, words: Markup): string {
  return renderPublicShell({
    title,
    path: "/",
    description: title,
    keywords: ["政府信息公开", "年度报告"],
    body: markup`<main class="wrap list-page" id="main" tabindex="-1">
<h1>${title}</h1>
${words}
</main>`,
  });
}
