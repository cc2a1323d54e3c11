import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectSaved, loginAs } from "@/tests/support/browser";
import { cell, fillReport, newReport, openForm, prose } from "@/tests/support/page-report";

const YEAR = 2071;
const RIGHT = "对照新的要求";
const NUMBER = "received.naturalPerson";

test("errors at their places come back as corrections, and are counted by 送审", async ({
  browser,
}) => {
  const clerk = await loginAs(browser, "sfj.clerk");
  const id = await newReport(clerk, YEAR, "sfj");
  await fillReport(clerk, id);
  await sendIn(clerk, id);

  const reader = await loginAs(browser, "sfj.proof1");
  const wrong = await markWords(reader, id);
  await markCell(reader);
  await outlivesAll(reader);
  await giveBack(reader);

  await takeOver(clerk, id, wrong);
  await explain(clerk);
  await sendIn(clerk, id);
  await expectRates(browser, id);
});

async function sendIn(page: Page, id: string) {
  await openForm(page, id);
  await expectSaved(page);
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await page.getByRole("button", { name: "确认送审" }).click();
  await expect(page.getByText("审核中").first()).toBeVisible();
}

/** Words of the article, recorded with what they should say. */
async function markWords(page: Page, id: string): Promise<string> {
  await page.goto(`/desk/reviews/${id}?tab=text`);
  const paragraph = page.locator("[data-section='problems'] > p").first();
  await expect(page.getByRole("button", { name: "记一处差错" })).toBeVisible();
  const wrong = await paragraph.evaluate((element) => {
    const words = element.firstChild;
    if (!words) throw new Error("An empty paragraph");
    getSelection()?.setBaseAndExtent(words, 2, words, 8);
    return String(getSelection());
  });
  const offer = page.getByRole("button", { name: "记为差错" });
  await expectAccessible(page);
  await offer.focus();
  await page.keyboard.press("Enter");
  const error = page.getByRole("group", { name: "第 1 处差错" });
  await expect(error).toContainText(wrong);
  await expect(error.getByLabel("类别")).toBeFocused();
  await error.getByLabel("应为").fill(RIGHT);
  return wrong;
}

async function markCell(page: Page) {
  const value = page.locator(`[data-cell='applications:${NUMBER}']`);
  await value.evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.getByRole("button", { name: "记为差错" }).click();
  const error = page.getByRole("group", { name: "第 2 处差错" });
  await expect(error).toContainText("自然人");
  await error.getByLabel("类别").selectOption({ label: "数据" });
  await page.getByRole("button", { name: "退回修改" }).click();
  await expect(error).toContainText("请写应为什么，或者写一句说明");
  await error.getByLabel("应为").fill("十二");
  await expect(error.getByLabel("应为")).toHaveAttribute("aria-invalid", "true");
  await error.getByLabel("应为").fill("12");
  await error.getByLabel("说明（选填）").fill("与台账不符。");
  await expectAccessible(page);
}

/** A second window of the same person shows what was gathered; so does a reload, without network too. */
async function outlivesAll(page: Page) {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByRole("group", { name: "第 2 处差错" })).toContainText("自然人");
  await page.context().setOffline(true);
  const word = page.getByRole("group", { name: "第 2 处差错" }).getByLabel("说明（选填）");
  await word.fill("与台账不符，请核对。");
  await expect(
    other.getByRole("group", { name: "第 2 处差错" }).getByLabel("说明（选填）"),
  ).toHaveValue("与台账不符，请核对。");
  await page.context().setOffline(false);
  await other.close();
  await page.reload();
  await expect(word).toHaveValue("与台账不符，请核对。");
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await expectAccessible(page);
}

async function giveBack(page: Page) {
  await page.getByRole("button", { name: "退回修改" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("记下的差错 2 处一并退回");
  await expectAccessible(page);
  await page.getByRole("button", { name: "确认退回" }).click();
  await expect(page.getByText(/^已退回修改/)).toBeVisible();
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => key.startsWith("nianbaotai:error:"))).toEqual([]);
}

/** One press puts it right at its place, saves it and answers; the keyboard takes it back. */
async function takeOver(page: Page, id: string, wrong: string) {
  await openForm(page, id);
  const text = prose(page, "problems");
  const before = await text.inputValue();
  const item = page.getByRole("listitem").filter({ hasText: `应为：${RIGHT}` });
  await expect(item).toContainText(`原文：${wrong}`);
  await expect(item).toContainText("错别字");
  await expectAccessible(page);
  await text.fill(before.replace(wrong, `${wrong.slice(0, 3)}又${wrong.slice(3)}`));
  await item.getByRole("button", { name: "采纳" }).click();
  await expect(item).toContainText("原文已改动，请手工修改");
  await text.fill(`新写在前面的一段。\n${before}`);
  await expectSaved(page);
  await item.getByRole("button", { name: "采纳" }).click();
  await expect(item).toContainText("答复：已修改");
  const moved = `新写在前面的一段。\n${before}`;
  const after = moved.replace(wrong, RIGHT);
  expect(after).not.toBe(moved);
  await expect(text).toHaveValue(after);
  await expectSaved(page);
  await text.press("Control+z");
  await expect(text).toHaveValue(moved);
  await text.press("Control+y");
  await expect(text).toHaveValue(after);
  await expectSaved(page);
}

/** The other one stays as it is, with the reason; first it is tried, and taken back in the table. */
async function explain(page: Page) {
  const value = cell(page, NUMBER);
  const before = await value.inputValue();
  const item = page.getByRole("listitem").filter({ hasText: "与台账不符，请核对。" }).last();
  await expect(item).toContainText(`现在：${before}`);
  await item.getByRole("button", { name: "采纳" }).click();
  await expect(value).toHaveValue("12");
  await expect(item).toContainText("答复：已修改");
  await value.press("Control+z");
  await expect(value).toHaveValue(before);
  await item.getByRole("button", { name: "更改答复" }).click();
  await item.getByRole("button", { name: "没有修改，说明情况…" }).click();
  await item.getByLabel("情况说明").fill("与台账核对无误。");
  await item.getByRole("button", { name: "提交答复" }).click();
  await expect(item).toContainText("答复：与台账核对无误。");
  await expectSaved(page);
}

async function expectRates(browser: Browser, id: string) {
  const page = await loginAs(browser, "sfj.admin");
  await page.goto(`/desk/reviews/errors?year=${YEAR}`);
  const row = page.getByRole("row").filter({ hasText: "灋河回族区司法局" });
  await expect(row.getByRole("cell").nth(1)).toHaveText("1");
  await expect(row.getByRole("cell").nth(2)).toHaveText("1");
  await expect(row.getByRole("cell").nth(7)).toHaveText("2");
  await expectAccessible(page);
  await page.goto(`/desk/reviews/${id}?tab=course`);
  await expect(page.getByRole("region", { name: "差错率", exact: true })).toContainText("第 1 次");
  await expectAccessible(page);
}
