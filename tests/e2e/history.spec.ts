import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectSaved, loginAs } from "@/tests/support/browser";
import { cell, newReport, openForm, prose } from "@/tests/support/page-report";

const phone = { width: 390, height: 844 };

test("what one person's save took from another is read in the history and comes back", async ({
  browser,
}) => {
  const one = await loginAs(browser, "jyj.clerk");
  const two = await loginAs(browser, "jyj.clerk2");
  const id = await newReport(one, 2047);
  await openForm(one, id);
  await openForm(two, id);

  await overwrite(one, two);
  await giveUp(one, two);
  await openBothTexts(one, id);
  await openSave(one, id);
  await bringBack(one, two, id);
  await readOldRevision(one, id);
});

/** The second chooses his own paragraph; the first goes on, which folds into what he saved. */
async function overwrite(one: Page, two: Page) {
  await prose(one, "problems").fill("甲写的问题。");
  await expectSaved(one);
  await prose(two, "problems").fill("乙写的问题。");
  await two.getByRole("button", { name: "采用我的", exact: true }).click();
  await expectSaved(two);
  await one.reload();
  await expect(prose(one, "problems")).toHaveValue("乙写的问题。");
  await prose(one, "problems").fill("甲后来写的问题。");
  await expectSaved(one);
}

/** The second takes what is stored, after he has typed another value than the one refused. */
async function giveUp(one: Page, two: Page) {
  await two.reload();
  await expect(prose(two, "problems")).toHaveValue("甲后来写的问题。");
  await cell(one, "received.naturalPerson").fill("31");
  await expectSaved(one);
  await cell(two, "received.naturalPerson").fill("47");
  const take = two.getByRole("button", { name: "采用已保存的", exact: true });
  await expect(take).toBeVisible();
  await cell(two, "received.naturalPerson").fill("470");
  await take.click();
  await expect(cell(two, "received.naturalPerson")).toHaveValue("31");
  await expectSaved(two);
}

async function openBothTexts(page: Page, id: string) {
  await page.goto(`/desk/reports/${id}`);
  await page.getByRole("link", { name: "历史" }).click();
  const clashes = entries(page).filter({ hasText: "同时修改" });
  await expect(clashes).toHaveCount(3);
  await expect(clashes.nth(0)).toContainText("已保存的是 31，没有存入的是 470");
  await expect(clashes.nth(1)).toContainText("已保存的是 31，没有存入的是 47");
  await expectAccessible(page);
  await clashes.nth(2).getByRole("link", { name: "两份内容" }).click();
  await expect(page.getByRole("region", { name: "当时已保存的" })).toContainText("甲写的问题。");
  await expect(page.getByRole("region", { name: "当时没有存入的" })).toContainText("乙写的问题。");
  await expectAccessible(page);
  await fitsOnPhone(page);
}

/** One line for what a person saved; each save opens with what it changed. */
async function openSave(page: Page, id: string) {
  await page.goto(`/desk/reports/${id}/history`);
  const saves = entries(page).filter({ hasText: /表三.*（\d+ 次）/ });
  await expect(saves).toHaveCount(1);
  await saves.getByText(/（\d+ 次）/).click();
  await expectAccessible(page);
  await saves.getByRole("link", { name: /表三/ }).click();
  await expect(page.getByRole("heading", { name: "表三的一次修改" })).toBeVisible();
  await expect(page.locator("[data-cell='applications:received.naturalPerson']")).toHaveText("31");
  await expect(page.getByText("现在的内容与这份相同。")).toBeVisible();
  await expectAccessible(page);
  await fitsOnPhone(page);
}

/** The overwritten paragraph stands in the form again, and whoever looks there sees it. */
async function bringBack(one: Page, two: Page, id: string) {
  await one.goto(`/desk/reports/${id}/history`);
  await entries(one).getByRole("link", { name: "两份内容" }).last().click();
  await one.getByRole("button", { name: "恢复当时已保存的" }).click();
  await expectAccessible(one);
  await one.getByRole("button", { name: "恢复这一部分" }).click();
  await expect(prose(one, "problems")).toHaveValue("甲写的问题。");
  await two.reload();
  await expect(prose(two, "problems")).toHaveValue("甲写的问题。");
}

/** What stood there before is a 稿 of its own: to be read, whoever may read the report. */
async function readOldRevision(page: Page, id: string) {
  await page.goto(`/desk/reports/${id}/history`);
  await expect(entries(page).filter({ hasText: "恢复“存在的主要问题" })).toHaveCount(1);
  await entries(page)
    .filter({ hasText: "替换前留存" })
    .getByRole("link", { name: /^第 \d+ 稿$/ })
    .click();
  await expect(page.getByRole("article")).toContainText("甲后来写的问题。");
  await expect(page.getByRole("article")).not.toContainText("甲写的问题。");
  await expect(page.getByText(/^校验码 [0-9A-F]{4} [0-9A-F]{4}$/)).toBeVisible();
  await expectAccessible(page);
  await fitsOnPhone(page);
  await page.getByRole("link", { name: "历史" }).click();
  await expect(entries(page).first()).toBeVisible();
}

function entries(page: Page) {
  return page.getByRole("list", { name: "历史记录" }).locator("> li");
}

async function fitsOnPhone(page: Page) {
  const before = page.viewportSize();
  await page.setViewportSize(phone);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  if (before) await page.setViewportSize(before);
}
