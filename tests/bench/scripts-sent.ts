import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import type { Line } from "@/tests/bench/line";
import { mustSend } from "@/tests/bench/load";

const LIMIT_KB = 240;

/** All script that a browser loads for a page, also what comes late, in its compressed size. */
export async function benchScripts(url: string, cookie: string, path: string): Promise<Line> {
  const what = "编辑页面的脚本（压缩后）";
  const bar = `< ${LIMIT_KB} KB`;
  const loaded = await loadedScripts(url, cookie, path);
  if (!loaded) return { what, bar, figure: "没有这个页面", floor: "", met: null };
  const sizes = await Promise.all(loaded.map(sizeAsSent));
  const kb = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  const figure = `${kb.toFixed(0)} KB，${loaded.length} 个文件`;
  return { what, bar, figure, floor: "", met: kb < LIMIT_KB };
}

/** Addresses of the script files; null where there is no such page. */
async function loadedScripts(url: string, cookie: string, path: string): Promise<string[] | null> {
  const browser = await chromium.launch({
    executablePath: process.env.BENCH_BROWSER,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext({ extraHTTPHeaders: { cookie } });
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on("request", (sent) => {
      if (sent.resourceType() === "script" || /\.js(\?|$)/.test(sent.url()))
        scripts.add(sent.url());
    });
    const answer = await page.goto(`${url}${path}`, { waitUntil: "networkidle" });
    return answer?.status() === 200 ? [...scripts] : null;
  } finally {
    await browser.close();
  }
}

async function sizeAsSent(address: string): Promise<number> {
  const { headers, body } = await mustSend(address, { headers: { "accept-encoding": "gzip" } });
  return headers["content-encoding"] === "gzip" ? body.byteLength : gzipSync(body).byteLength;
}
