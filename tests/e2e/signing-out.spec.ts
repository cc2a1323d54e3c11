import { expect, type Page, test } from "@playwright/test";
import { loginAs } from "@/tests/support/browser";
import { expectKept, fillReport, newReport, openForm, prose } from "@/tests/support/page-report";

test("退出 asks before it clears what is not saved, and then leaves nothing", async ({
  browser,
}) => {
  const page = await loginAs(browser, "jyj.clerk");
  const id = await newReport(page, 2010);
  await page.goto("/desk/reports?year=2010");
  await page.getByRole("link", { name: /2010/ }).click();
  await expect(prose(page, "problems")).toBeEditable();
  await page.route("**/api/v1/reports/*/sections/*", (route) => route.abort());
  await prose(page, "problems").fill("还没有保存的一段。");
  await expectKept(page, "还没有保存的一段。");
  const out = page.getByRole("button", { name: "退出" });
  await callOff(page, /退出登录会清除这些内容/, () => out.press("Enter"));

  // Called off, it is as before: the way back is held, and nobody gets out without the network.
  await page.keyboard.press("Shift");
  await callOff(page, /没有保存到服务器/, () => page.evaluate(() => window.history.back()));
  await page.context().setOffline(true);
  await callOff(page, /没有退出：没有连上服务器/, () => out.press("Enter"));
  await page.context().setOffline(false);
  expect(page.url()).toContain(id);
  await expectKept(page, "还没有保存的一段。");
  await expect(prose(page, "problems")).toHaveValue("还没有保存的一段。");

  const asked = page.waitForEvent("dialog");
  await out.click();
  await (await asked).accept();
  await expect(page.getByRole("button", { name: "登录" })).toBeVisible();
  await expectKept(page, null);
  await page.context().close();
});

/** Does what is asked about, and thinks better of it. */
async function callOff(page: Page, words: RegExp, act: () => Promise<unknown>): Promise<void> {
  const asked = page.waitForEvent("dialog", { timeout: 10_000 });
  const acted = act();
  const dialog = await asked;
  expect(dialog.message()).toMatch(words);
  await dialog.dismiss();
  await acted;
}

test("a session that ended is told in the dialogs, with the way to sign in", async ({
  browser,
}) => {
  const page = await loginAs(browser, "jyj.clerk");
  const id = await newReport(page, 2053);
  await fillReport(page, id);
  await openForm(page, id);
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await actSignedOut(page, "确认送审");
  await expect(page.getByRole("heading", { name: /2053/ })).toBeVisible();
  await page.getByRole("button", { name: "撤回送审" }).click();
  await actSignedOut(page, "撤回");
  await expect(page.getByRole("button", { name: "送审", exact: true })).toBeVisible();
  await page.context().close();
});

/** The button does nothing without a session, and what it says after signing in again. */
async function actSignedOut(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("alertdialog");
  const button = dialog.getByRole("button", { name, exact: true });
  await expect(button).toBeEnabled();
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await button.click();
  await expect(dialog.getByRole("link", { name: /在新窗口重新登录/ })).toBeVisible();
  await page.context().addCookies(cookies);
  await button.click();
  await expect(dialog).toBeHidden();
}
