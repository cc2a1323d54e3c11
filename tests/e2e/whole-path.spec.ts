import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { pastedText } from "@/tests/support/pasted-text";

const pasted = pastedText();
const report = /2025/;

test("a pasted text becomes a public report that three others reviewed", async ({ browser }) => {
  const clerk = await loginAs(browser, "sfj.clerk");
  await pasteAndStore(clerk);
  await correct(clerk);
  await submit(clerk);

  await pass(browser, "sfj.review1", "一审一校（初审）");
  await giveBack(browser, "sfj.review2");
  await improve(clerk);
  await submit(clerk);

  await pass(browser, "sfj.review1", "一审一校（初审）");
  await pass(browser, "sfj.review2", "二审二校（复审）");
  await pass(browser, "sfj.review3", "三审三校（终审）");
  await publish(browser, "sfj.admin");
  await readAsAnybody(browser);
});

async function pasteAndStore(page: Page) {
  await expectAccessible(page);
  await page.getByRole("link", { name: /^开始填报（2025/ }).click();
  await page.getByRole("main").getByRole("link", { name: "导入文稿" }).last().click();
  await page.getByLabel("来稿全文").fill(pasted.text);
  await expectAccessible(page);
  await page.getByRole("button", { name: "读取" }).click();
  await expect(page.getByRole("button", { name: "全部存入" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "全部存入" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: /存入/ }).click();
  await expect(page.getByRole("heading", { name: report, level: 1 })).toBeVisible();
}

/** The misspelt name is found, put right in the form, and saved; warnings left are explained. */
async function correct(page: Page) {
  const finding = page.getByText(/瀘河区司法局/).first();
  await expect(finding).toBeVisible();
  await expectAccessible(page);
  const problems = page.getByRole("textbox", { name: "存在的主要问题及改进情况" });
  const text = await problems.inputValue();
  expect(text).toContain("瀘河区司法局");
  await problems.fill(text.replaceAll("瀘河", "灋河"));
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  await page.getByRole("link", { name: "预览" }).click();
  await expect(page.getByRole("article")).toContainText("灋河区司法局");
  await expectAccessible(page);
  await page.goBack();
}

async function submit(page: Page) {
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await expect(page.getByRole("alertdialog")).toContainText("沙建国");
  await expectAccessible(page);
  await page.getByRole("button", { name: "确认送审" }).click();
  await expect(page.getByText("审核中").first()).toBeVisible();
}

async function openReview(browser: Browser, account: string): Promise<Page> {
  const page = await loginAs(browser, account);
  await page.goto("/desk/reviews");
  await expectAccessible(page);
  await page.getByRole("list", { name: "待办" }).getByRole("link", { name: report }).click();
  await expect(page.getByRole("navigation", { name: "审核内容" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "全文" }).click();
  await expect(page.getByRole("article")).toBeVisible();
  return page;
}

async function pass(browser: Browser, account: string, stage: string) {
  const page = await openReview(browser, account);
  await expect(page.getByText(stage).first()).toBeVisible();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "审核通过" }).click();
  await page.getByRole("button", { name: "确认通过" }).click();
  await expect(page.getByRole("button", { name: "审核通过" })).toBeHidden();
  await page.context().close();
}

async function giveBack(browser: Browser, account: string) {
  const page = await openReview(browser, account);
  await page.getByRole("button", { name: "退回修改" }).click();
  await page.getByLabel("退回的部分").selectOption({ label: "存在的主要问题及改进情况" });
  await page.getByLabel("修改意见").fill("请写明完成改进的时间。");
  await expectAccessible(page);
  await page.getByRole("button", { name: "确认退回" }).click();
  await expect(page.getByRole("button", { name: "审核通过" })).toBeHidden();
  await page.context().close();
}

/** Only the returned section can be written in; the reviewer's words stand above it. */
async function improve(page: Page) {
  await page.goto("/desk");
  await page.getByRole("link", { name: /^按意见修改（2025/ }).click();
  await expect(page.getByText("请写明完成改进的时间。").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "监督保障" })).not.toBeEditable();
  const problems = page.getByRole("textbox", { name: "存在的主要问题及改进情况" });
  await problems.press("Control+End");
  await problems.pressSequentially("以上工作在下一年六月底前完成。");
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  await page.getByRole("button", { name: "已修改", exact: true }).click();
  await expect(page.getByText(/答复：已修改/)).toBeVisible();
  await expectAccessible(page);
}

async function publish(browser: Browser, account: string) {
  const page = await loginAs(browser, account);
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: /发布/ }).first().click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByRole("button", { name: "确认发布" }).click();
  await expect(page.getByText("已发布").first()).toBeVisible();
  await page.context().close();
}

/** The public page without script carries every value, and its files are what it says. */
async function readAsAnybody(browser: Browser) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await page
    .getByRole("link", { name: /司法局.*2025|2025.*司法局/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("司法局");
  expect(await page.locator("script").count()).toBe(0);
  let values = 0;
  for (const [table, cells] of Object.entries(pasted.values)) {
    for (const [cell, value] of Object.entries(cells)) {
      const shown = await page.locator(`[data-cell="${table}:${cell}"]`).textContent();
      expect(shown, `${table}:${cell}`).toBe(String(value));
      values += 1;
    }
  }
  expect(values).toBe(200);
  const pdf = await page.request.get("/reports/sfj/2025/report.pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await context.close();
  const scripted = await (await browser.newContext()).newPage();
  for (const path of ["/", "/reports", "/reports/sfj/2025", "/login"]) {
    await scripted.goto(path);
    await expectAccessible(scripted);
  }
}
