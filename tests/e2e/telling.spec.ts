import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { fillReport, newReport } from "@/tests/support/page-report";

const year = 2067;
const phone = { width: 390, height: 844 };

test("who waits urges once an hour, and whoever it waits for hears of it", async ({ browser }) => {
  const clerk = await loginAs(browser, "sfj.clerk");
  await submitReport(clerk);
  await clerk.getByRole("button", { name: "催办" }).click();
  const dialog = clerk.getByRole("alertdialog");
  await expect(dialog).toContainText("一小时只能催办一次");
  await expectAccessible(clerk);
  await dialog.getByRole("button", { name: "确认催办" }).click();
  await expect(clerk.getByText(/马晓雯在 \d\d:\d\d 催办过。/)).toBeVisible();

  await clerk.getByRole("button", { name: "催办" }).click();
  await dialog.getByRole("button", { name: "确认催办" }).click();
  await expect(dialog).toContainText(/请在 \d\d:\d\d 以后再催办/);
  await dialog.getByRole("button", { name: "取消" }).click();
  await clerk.getByRole("link", { name: "历史" }).click();
  const urged = clerk.getByRole("listitem").filter({ hasText: "一审一校（初审） 催办" });
  await expect(urged).toHaveCount(1);

  const reviewer = await loginAs(browser, "sfj.review1");
  await readNotices(reviewer);
});

async function submitReport(page: Page) {
  const id = await newReport(page, year, "sfj");
  await fillReport(page, id);
  await page.goto(`/desk/reports/${id}`);
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await page.getByRole("button", { name: "确认送审" }).click();
  await expect(page.getByText("审核中").first()).toBeVisible();
}

async function readNotices(page: Page) {
  const count = page.getByRole("banner").getByRole("link", { name: /^消息/ });
  await expect
    .poll(async () => {
      await page.reload();
      return count.textContent();
    })
    .toContain("条未读");
  await count.click();
  const notice = page.getByRole("link", { name: new RegExp(`马晓雯催办.*${year}年度报告`) });
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(phone);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  await notice.click();
  await expect(page.getByRole("heading", { name: new RegExp(`${year} 年度报告`) })).toBeVisible();
  await page.goto("/desk/notices?unread=true");
  await expect(notice).toHaveCount(0);
  await page.getByRole("link", { name: "消息设置" }).click();
  await expect(page.getByText("本系统没有开通邮件")).toBeVisible();
  await page.getByLabel("手机号码").fill("一三八");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("应为手机号码")).toBeVisible();
  await page.getByLabel("手机号码").fill("138 0000 0000");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("手机号码")).toHaveValue("13800000000");
  await expectAccessible(page);
}
