import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";

const phone = { width: 390, height: 844 };

test("a passage is questioned, answered while its text moves, and resolved before 送审", async ({
  browser,
}) => {
  const reviewer = await loginAs(browser, "jyj.review1");
  const passage = await question(reviewer);
  await giveBack(reviewer);

  const clerk = await loginAs(browser, "jyj.clerk");
  await answer(clerk, passage);
  await bringBack(clerk, passage);
  await refusedToSubmit(clerk);
  await resolveOnPhone(reviewer, passage);
  await submit(clerk);
  await expectReadOnly(browser, clerk.url());
});

/** Selects words of the article, and asks about them; by keyboard alone from there. */
async function question(page: Page): Promise<string> {
  await page.goto("/desk/reviews");
  await page.getByRole("list", { name: "待办" }).getByRole("link", { name: /2025/ }).click();
  await page.getByRole("link", { name: "全文" }).click();
  const paragraph = page.locator("[data-section='problems'] > p").first();
  const passage = await paragraph.evaluate((element) => {
    const words = element.firstChild;
    if (!words) throw new Error("An empty paragraph");
    getSelection()?.setBaseAndExtent(words, 2, words, 10);
    return String(getSelection());
  });
  expect(passage).toHaveLength(8);
  const offer = page.getByRole("button", { name: "批注所选文字" });
  await expectAccessible(page);
  await offer.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("引用的文字")).toHaveValue(passage);
  const words = page.getByLabel("批注内容");
  await expect(words).toBeFocused();
  await page.keyboard.type("这里说的是哪一类信息？");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const thread = page.getByRole("listitem").filter({ hasText: "这里说的是哪一类信息？" }).first();
  await expect(thread).toContainText(passage);
  await expect(thread).toContainText("必须解决");
  await expectAccessible(page);
  return passage;
}

async function giveBack(page: Page) {
  await page.getByRole("button", { name: "退回修改" }).click();
  await page.getByLabel("退回的部分").selectOption({ label: "存在的主要问题及改进情况" });
  await page.getByLabel("修改意见").fill("请答复批注。");
  await page.getByRole("button", { name: "确认退回" }).click();
  await expect(page.getByRole("button", { name: "审核通过" })).toBeHidden();
}

/** The drafter writes around the passage; the thread still selects the very words. */
async function answer(page: Page, passage: string) {
  await page.goto("/desk");
  await page.getByRole("link", { name: /^按意见修改（2025/ }).click();
  await page.getByRole("button", { name: "没有修改，说明情况…" }).click();
  await page.getByLabel("情况说明").fill("批注已经答复。");
  await page.getByRole("button", { name: "提交答复" }).click();
  await expect(page.getByText(/答复：批注已经答复。/)).toBeVisible();
  const problems = page.getByRole("textbox", { name: "存在的主要问题及改进情况" });
  await problems.press("Control+Home");
  await problems.pressSequentially("新增的一段写在前面。\n据统计，");
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  await page.getByRole("button", { name: "打开批注" }).click();
  const thread = page.getByRole("listitem").filter({ hasText: passage }).first();
  await expect(thread).not.toContainText("原文已改动");
  await thread.getByRole("button", { name: /存在的主要问题/ }).click();
  await expect(problems).toBeFocused();
  const selected = await problems.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(selected).toBe(passage);
  await thread.getByLabel("回复").fill("指主动公开的政策解读。");
  await thread.getByRole("button", { name: "回复", exact: true }).click();
  await expect(thread.getByText("指主动公开的政策解读。", { exact: true })).toBeVisible();
  await expect(thread.getByLabel("回复")).toHaveValue("");
  await expect(thread.getByRole("button", { name: "标为已解决" })).toHaveCount(0);
  await expectAccessible(page);
}

/** The text as it stands gets a name; after another change it comes back, and both stay. */
async function bringBack(page: Page, passage: string) {
  const problems = page.getByRole("textbox", { name: "存在的主要问题及改进情况" });
  const text = await problems.inputValue();
  await page.getByRole("link", { name: "历史" }).click();
  await page.getByLabel("名称").fill("答复之后");
  await page.getByRole("button", { name: "留存现在的文稿" }).click();
  const history = page.getByRole("list", { name: "历史记录" }).getByRole("listitem");
  const named = history.filter({ hasText: "答复之后" }).first();
  await expect(named).toContainText("命名留存");
  await expectAccessible(page);
  await page.goBack();
  await problems.fill("全部写成了别的。");
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  await page.getByRole("link", { name: "历史" }).click();
  await named.getByRole("button", { name: /^恢复第/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "恢复这一稿" }).click();
  await expect(history.filter({ hasText: "恢复自第" }).first()).toBeVisible();
  await expect(history.filter({ hasText: "替换前留存" }).first()).toBeVisible();
  await page.goBack();
  await expect(problems).toHaveValue(text);
  expect(text).toContain(passage);
}

async function refusedToSubmit(page: Page) {
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await page.getByRole("button", { name: "确认送审" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("批注必须解决");
  await expect(dialog).toContainText("这里说的是哪一类信息？");
  await dialog.getByRole("button", { name: "取消" }).click();
}

async function resolveOnPhone(page: Page, passage: string) {
  await page.setViewportSize(phone);
  await page.reload();
  await page.getByRole("button", { name: "打开批注" }).click();
  const thread = page.getByRole("listitem").filter({ hasText: passage }).first();
  await expect(thread).toContainText("指主动公开的政策解读。");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  await expectAccessible(page);
  await thread.getByLabel("回复").fill("明白了。");
  await thread.getByRole("button", { name: "标为已解决" }).click();
  await expect(thread).toContainText("已解决");
  await expect(thread.getByText("明白了。", { exact: true })).toBeVisible();
}

async function submit(page: Page) {
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await page.getByRole("button", { name: "确认送审" }).click();
  await expect(page.getByText("审核中").first()).toBeVisible();
}

/** Who neither drafts nor reviews reads along without a place to write in. */
async function expectReadOnly(browser: Browser, address: string) {
  const page = await loginAs(browser, "jyj.admin");
  await page.goto(address);
  await page.getByRole("button", { name: "打开批注" }).click();
  await page.getByRole("button", { name: "已解决" }).click();
  await expect(page.getByText("明白了。", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "新批注" })).toHaveCount(0);
  await expect(page.getByLabel("回复")).toHaveCount(0);
}
