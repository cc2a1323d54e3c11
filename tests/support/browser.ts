import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";

const PASSWORD = "Demo-2025!";

/** A page of a person's own browser, signed in through the login page. */
export async function loginAs(
  browser: Browser,
  account: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...options,
    viewport: { width: 1440, height: 900 },
    // Colours that are still on their way from one to another would be scanned half-way.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByLabel("账号").fill(account);
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("heading", { name: "工作台", level: 1 })).toBeVisible();
  return page;
}

/** The accessibility scan finds nothing on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** A report of the clerk's bureau with nothing in it yet, opened for drafting in its blank format. */
export async function openBlankReport(page: Page, year: number): Promise<void> {
  await page.goto("/desk/reports");
  await page.getByRole("button", { name: "新建年度报告" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("年度", { exact: true }).selectOption(String(year));
  await dialog.getByRole("button", { name: "新建" }).click();
  await page.getByRole("button", { name: "空白" }).click();
  await expect(page.getByRole("textbox", { name: "标题" })).toBeVisible();
}

/** Everything typed on a drafting page has been stored. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole("status", { name: "保存状态" })).toHaveText("已保存");
}
