import { expect, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { pastedText } from "@/tests/support/pasted-text";

test("a text without a title is stored only after a person has said whose it is", async ({
  browser,
}) => {
  const page = await loginAs(browser, "sfj.clerk");
  const data = { bureau: "sfj", year: 2055 };
  const { id } = await (await page.request.post("/api/v1/reports", { data })).json();
  await page.goto(`/desk/reports/${id}/import`);
  const { text } = pastedText();
  await page.getByLabel("来稿全文").fill(text.slice(text.indexOf("一、总体情况")));
  await page.getByRole("button", { name: "读取" }).click();
  const question = page.getByRole("checkbox", { name: /^来稿没有标题.*灋河回族区司法局2055年度/ });
  const store = page.getByRole("button", { name: "全部存入" });
  await expect(store).toBeDisabled();
  await question.check();
  await expectAccessible(page);
  await store.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "全部存入" }).click();
  await expect(page.getByRole("textbox", { name: "标题" })).toHaveValue("");
  await expect(page.getByRole("textbox", { name: "存在的主要问题及改进情况" })).not.toHaveValue("");
});
