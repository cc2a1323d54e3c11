import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import {
  cell,
  expectKept,
  expectRow,
  expectSaving,
  newReport,
  openForm,
  prose,
  storedSection,
  typeRow,
} from "@/tests/support/page-report";
import { openSlowNetwork } from "@/tests/support/slow-network";

const rows = ["received", "granted", "partiallyGranted"];

test("a minute offline during table entry, and a reload in it: all is there, once", async ({
  browser,
}) => {
  const page = await loginAs(browser, "jyj.clerk");
  const id = await newReport(page, 2049);
  // The minute passes on the page's own clock, which the repeated saves wait by.
  await page.clock.install();
  await openForm(page, id);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const { version } = await storedSection(page, id, "applications");
  const stored = storedSaves(page);

  await page.context().setOffline(true);
  for (const row of rows) {
    await typeRow(page, row);
    await page.clock.runFor(20_000);
  }
  await expectSaving(page, "未保存，离线");
  const address = page.url();
  await page.reload();
  await expect(page.getByRole("heading", { name: "网络不通", level: 1 })).toBeVisible();
  await expect(page.getByText("本报告有 1 个部分的内容还没有保存到服务器")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "现在重试" }).click();
  await expect(page.getByRole("status")).toHaveText(/还没有连上/);
  expect(await keptByWorker(page)).toEqual(["/offline.css", "/offline.html", "/offline.js"]);

  await page.context().setOffline(false);
  await expect(prose(page, "problems")).toBeEditable();
  expect(page.url()).toBe(address);
  await expectSaving(page, "已保存");
  for (const row of rows) await expectRow(page, id, row);
  await expectKept(page, null);
  expect(new Set(stored).size).toBe(stored.length);
  const after = await storedSection(page, id, "applications");
  expect(after.version - version).toBe(stored.length);

  // The worker stands in nobody's way to the login.
  await page.context().clearCookies();
  await page.reload();
  await expect(page.getByText("请先登录，登录后回到刚才的页面。")).toBeVisible();
  await page.context().close();
});

/** The order of each save that the server took, as the answers come. */
function storedSaves(page: Page): string[] {
  const stored: string[] = [];
  page.on("response", (answer) => {
    const order = answer.request().headers()["save-order"];
    if (order && answer.status() === 200) stored.push(order);
  });
  return stored;
}

/** Addresses of all that the site has in the browser's own store of files. */
function keptByWorker(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      const kept = await (await caches.open(name)).keys();
      paths.push(...kept.map(({ url }) => new URL(url).pathname));
    }
    return paths.sort();
  });
}

test("what was typed a moment before the tab closed is stored, without the form open again", async ({
  browser,
}) => {
  const network = await openSlowNetwork();
  const page = await loginAs(browser, "jyj.clerk", { proxy: network.proxy });
  const elsewhere = await loginAs(browser, "jyj.clerk");
  const id = await newReport(elsewhere, 2051);
  await openForm(page, id);
  network.delay = 1000;
  await cell(page, "carriedIn.charity").fill("7");
  await page.close();
  const storedCell = async () =>
    (await storedSection(elsewhere, id, "applications")).cells?.["carriedIn.charity"];
  await expect.poll(storedCell).toBe(7);
  for (const open of [page, elsewhere]) await open.context().close();
  network.close();
});
