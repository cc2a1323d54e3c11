import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { fillReport, newReport } from "@/tests/support/page-report";

const YEAR = 2065;
const phone = { width: 390, height: 844 };

test("a deputy passes under both names, and who claims a report has it alone", async ({
  browser,
}) => {
  const reviewer = await loginAs(browser, "sfj.review1");
  await setDeputy(reviewer);
  const id = await submitted(browser);

  const both = await loginAs(browser, "sfj.both");
  const deputy = await loginAs(browser, "sfj.clerk2");
  await claim(reviewer, id);
  await expectWaiting(both, false);
  await expectWaiting(deputy, false);
  await seeInDuty(both);
  await takeOver(both, id);
  await expectWaiting(reviewer, false);
  await handOver(both, id);
  await expectWaiting(both, false);
  await passAsDeputy(deputy, id);
  await expectHistory(reviewer, id);
  await revoke(reviewer);
});

/** 王秉文 is away today: 丁志远 acts for him. */
async function setDeputy(page: Page) {
  await page.goto("/desk/reviews");
  await page.getByRole("link", { name: "代理设置" }).click();
  await expectAccessible(page);
  await page.getByLabel("代理人").selectOption({ label: "丁志远" });
  await page.getByLabel("原因").fill("外出学习");
  await page.getByRole("button", { name: "设置代理" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "王秉文由丁志远代理" }).first();
  await expect(row).toContainText("代理中");
  await expect(row).toContainText("24:00");
  await page.getByLabel("代理人").selectOption({ label: "穆海峰" });
  await page.getByLabel("原因").fill("再设一个");
  await page.getByRole("button", { name: "设置代理" }).click();
  await expect(page.getByText(/已经由丁志远代理/)).toBeVisible();
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function expectNoOverflow(page: Page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
}

async function submitted(browser: Browser): Promise<string> {
  const clerk = await loginAs(browser, "sfj.clerk");
  const id = await newReport(clerk, YEAR, "sfj");
  await fillReport(clerk, id);
  const { version } = await (await clerk.request.get(`/api/v1/reports/${id}`)).json();
  const data = { event: "submit", version };
  const answer = await clerk.request.post(`/api/v1/reports/${id}/events`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
  return id;
}

function row(page: Page) {
  const list = page.getByRole("list", { name: "待办" });
  return list.getByRole("listitem").filter({ hasText: String(YEAR) });
}

async function expectWaiting(page: Page, waits: boolean) {
  await page.goto("/desk/reviews");
  await expect(row(page)).toHaveCount(waits ? 1 : 0);
}

async function claim(page: Page, id: string) {
  await expectWaiting(page, true);
  await page.goto(`/desk/reviews/${id}`);
  const hands = page.getByRole("list", { name: "承办" });
  await expect(hands).toContainText("一审、一校：还没有人认领");
  await expectAccessible(page);
  await hands.getByRole("button", { name: "认领" }).click();
  await expect(hands).toContainText("由您认领");
}

/** What somebody else has stays in view of everybody who shares the duty. */
async function seeInDuty(page: Page) {
  await page.getByRole("link", { name: "审核人（一级）" }).click();
  await expect(row(page)).toContainText("由王秉文认领");
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectNoOverflow(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function takeOver(page: Page, id: string) {
  await page.goto(`/desk/reviews/${id}`);
  await expect(page.getByText(/现在由王秉文办理/).first()).toBeVisible();
  await page.getByRole("button", { name: "改由我认领" }).click();
  await expect(page.getByRole("list", { name: "承办" })).toContainText("由您认领");
  await expect(page.getByRole("button", { name: "审核通过" })).toBeVisible();
}

async function handOver(page: Page, id: string) {
  await page.goto(`/desk/reviews/${id}`);
  await page.getByRole("button", { name: "移交给…" }).click();
  const dialog = page.getByRole("alertdialog");
  await expectAccessible(page);
  await dialog.getByLabel("移交给").selectOption({ label: "丁志远" });
  await dialog.getByLabel("原因").fill("请代为办理");
  await dialog.getByRole("button", { name: "移交", exact: true }).click();
  await expect(page.getByText(/已把一审、一校移交给丁志远/)).toBeVisible();
}

async function passAsDeputy(page: Page, id: string) {
  // Notices leave the outbox every two seconds.
  await expect(async () => {
    await page.goto("/desk");
    await expect(page.getByText(/移交给您/).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectWaiting(page, true);
  await expect(row(page)).toContainText("代 王秉文");
  await page.goto(`/desk/reviews/${id}`);
  for (const box of await page.locator("#decision").getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "审核通过" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("（代 王秉文）");
  await dialog.getByRole("button", { name: "确认通过" }).click();
  await expect(page.getByText(/一审、一校已通过/)).toBeVisible();
}

async function expectHistory(page: Page, id: string) {
  await page.goto(`/desk/reports/${id}/history`);
  const passed = page.getByRole("listitem").filter({ hasText: "一审、一校 通过" }).first();
  await expect(passed).toContainText("丁志远（代 王秉文）");
  await page.goto("/desk/reviews?tab=done");
  await expect(
    page.getByRole("list", { name: "已办" }).getByRole("listitem").first(),
  ).toContainText("丁志远（代 王秉文）");
}

async function revoke(page: Page) {
  await page.goto("/desk/reviews/delegations");
  await page.getByRole("button", { name: "撤销代理：王秉文由丁志远代理" }).click();
  await page.getByRole("button", { name: "撤销代理", exact: true }).click();
  const first = page.getByRole("listitem").filter({ hasText: "王秉文由丁志远代理" }).first();
  await expect(first).toContainText("已撤销");
}
