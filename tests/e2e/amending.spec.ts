import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { choosePlan, editablePlan, standardPlanId } from "@/tests/support/page-plan";
import { fillReport, newReport } from "@/tests/support/page-report";

const YEAR = 2063;
const REASON = "与上年公布的数字一致。";
const phone = { width: 390, height: 844 };

// Other journeys of the bureau go by the standard plan.
test.afterEach(async ({ browser }) => {
  const admin = await loginAs(browser, "sfj.admin");
  await choosePlan(admin, await standardPlanId(admin), "sfj");
});

test("a deputy head changes a figure and passes; who passed below confirms it by one tap", async ({
  browser,
}) => {
  const admin = await loginAs(browser, "sfj.admin");
  await choosePlan(admin, await editablePlan(admin, "sfj", "复审可以改稿"), "sfj");
  const clerk = await loginAs(browser, "sfj.clerk");
  const id = await submitReport(clerk);
  await passed(browser, "sfj.review1", id);

  const deputy = await loginAs(browser, "sfj.review2");
  await change(deputy, id);
  await refusedThenPassed(deputy);

  await nothingToDo(browser, id);
  await confirmOnPhone(browser, id);
  await seenByClerk(clerk, id);
  await passed(browser, "sfj.review3", id);
  await published(admin, browser, id);
});

async function submitReport(page: Page): Promise<string> {
  const id = await newReport(page, YEAR, "sfj");
  await fillReport(page, id);
  await page.goto(`/desk/reports/${id}`);
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await page.getByRole("button", { name: "确认送审" }).click();
  await expect(page.getByText("审核中").first()).toBeVisible();
  return id;
}

async function tickAll(page: Page) {
  const list = page.getByRole("region", { name: "审核意见" }).getByRole("checkbox");
  for (const box of await list.all()) await box.check();
}

/** A level that judges in full. */
async function passed(browser: Browser, account: string, id: string) {
  const page = await loginAs(browser, account);
  await page.goto(`/desk/reviews/${id}?tab=text`);
  await tickAll(page);
  await page.getByRole("button", { name: "审核通过" }).click();
  await page.getByRole("button", { name: "确认通过" }).click();
  await expect(page.getByText(/已通过。/)).toBeVisible();
}

async function changeCell(page: Page, table: RegExp, cell: string, value: string) {
  await page.getByRole("button", { name: "改稿…" }).click();
  const dialog = page.getByRole("dialog", { name: "直接改稿" });
  const options = dialog.getByLabel("改哪一部分").getByRole("option");
  const label = await options.filter({ hasText: table }).textContent();
  await dialog.getByLabel("改哪一部分").selectOption({ label: label ?? "" });
  await dialog.getByLabel("改哪一格").selectOption(cell);
  await dialog.getByRole("textbox").first().fill(value);
  await expect(dialog.getByRole("region", { name: "改动对照" })).toContainText(value);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "完成" }).click();
}

/** What is written outlives a reload; nothing is sent before his 意见. */
async function change(page: Page, id: string) {
  await page.goto(`/desk/reviews/${id}?tab=text`);
  await changeCell(page, /^表三/, "received.naturalPerson", "5");
  await page.getByLabel("改稿理由").fill(REASON);
  await page.reload();
  await expect(page.getByLabel("改稿理由")).toHaveValue(REASON);
  await tickAll(page);
  await expectAccessible(page);
}

/** Figures that no longer add up are refused in their own words, and nothing written is lost. */
async function refusedThenPassed(page: Page) {
  await page.getByRole("button", { name: "改稿并通过" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "确认改稿并通过" }).click();
  await expect(dialog.getByText(/改后仍须修改：.*勾稽关系不平/)).toBeVisible();
  await dialog.getByRole("button", { name: "取消" }).click();
  await page.getByRole("button", { name: "撤去" }).click();
  await changeCell(page, /^表二/, "licences", "13");
  await page.getByRole("button", { name: "改稿并通过" }).click();
  await expect(dialog).toContainText("改动先由王秉文确认");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "确认改稿并通过" }).click();
  await expect(page.getByText(/二审、二校已通过。改动先由王秉文确认。/)).toBeVisible();
}

/** The other holder of level one, who did not pass it, is not troubled. */
async function nothingToDo(browser: Browser, id: string) {
  const page = await loginAs(browser, "sfj.both");
  await page.goto("/desk/reviews");
  await expect(page.getByRole("link", { name: new RegExp(`${YEAR}`) })).toHaveCount(0);
  await page.goto(`/desk/reviews/${id}`);
  await expect(page.getByRole("button", { name: "确认改动" })).toHaveCount(0);
  await expect(page.getByText(/由王秉文处理/)).toBeVisible();
}

/** The difference, by whom and why; one tap, no ticks, on a phone. */
async function confirmOnPhone(browser: Browser, id: string) {
  const page = await loginAs(browser, "sfj.review1");
  await page.setViewportSize(phone);
  await page.goto("/desk/reviews");
  const row = page.getByRole("listitem").filter({ hasText: `${YEAR}` });
  await expect(row).toContainText("改动确认");
  await row.getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(id));
  const changes = page.getByRole("table").filter({ hasText: "行政许可" });
  await expect(changes.getByRole("row")).toHaveCount(2);
  await expect(changes.getByRole("row").last()).toContainText("1213");
  const panel = page.getByRole("region", { name: "改动确认" });
  await expect(panel).toContainText(REASON);
  await expect(panel.getByRole("checkbox")).toHaveCount(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  await expectAccessible(page);
  await panel.getByRole("button", { name: "确认改动" }).click();
  await expect(page.getByText(/已确认改动。.*三审三校/)).toBeVisible();
}

/** The drafter is told who changed what, and why. */
async function seenByClerk(page: Page, id: string) {
  await page.goto(`/desk/reports/${id}`);
  await expect(page.getByText(new RegExp(`杨静改了.*${REASON}`))).toBeVisible();
  await page.getByRole("link", { name: "在历史里看改了什么" }).click();
  const entry = page.getByRole("listitem").filter({ hasText: "领导改稿" }).first();
  await expect(entry).toContainText("杨静");
  await expectAccessible(page);
  await entry.getByRole("link", { name: "改了什么" }).click();
  await expect(page.getByRole("row").filter({ hasText: "1213" })).toContainText("行政许可");
}

async function published(page: Page, browser: Browser, id: string) {
  await page.goto(`/desk/reports/${id}/publish`);
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByRole("button", { name: "确认发布" }).click();
  await expect(page.getByText("已发布").first()).toBeVisible();
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`/reports/sfj/${YEAR}`);
  await expect(visitor.locator("[data-cell='proactive:licences']")).toHaveText("13");
}
