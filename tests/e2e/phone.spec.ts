import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible, expectSaved, loginAs } from "@/tests/support/browser";
import { cell, fillReport, newReport, prose } from "@/tests/support/page-report";

const phone = { width: 390, height: 844 };
const returned = "（一）予以公开";

test("on a phone: what was returned is corrected, a 批注 answered, the report read and passed on", async ({
  browser,
}) => {
  const id = await returnedReport(browser, 2055);
  const clerk = await onPhone(browser, "jyj.clerk");
  await clerk.getByRole("link", { name: /^按意见修改（2055/ }).click();
  await expectFitting(clerk);
  await correctCells(clerk);
  await answer(clerk);
  await submit(clerk);
  await expect(clerk.getByRole("alertdialog")).toContainText("批注必须解决");

  const reviewer = await onPhone(browser, "jyj.review1");
  await reviewer.goto(`/desk/reports/${id}`);
  await talk(reviewer);
  await reviewer.getByRole("button", { name: "标为已解决" }).click();
  await expect(reviewer.getByRole("link", { name: "批注", exact: true })).toBeVisible();
  await clerk.getByRole("button", { name: "取消" }).click();
  await submit(clerk);
  await expect(clerk.getByText("审核中").first()).toBeVisible();
  await read(reviewer, id);
});

async function onPhone(browser: Browser, account: string): Promise<Page> {
  const page = await loginAs(browser, account);
  await page.setViewportSize(phone);
  return page;
}

/** Given back by the first reviewer: a passage asked about, and a value of the second column. */
async function returnedReport(browser: Browser, year: number): Promise<string> {
  const clerk = await loginAs(browser, "jyj.clerk");
  const id = await newReport(clerk, year);
  await fillReport(clerk, id);
  await act(clerk, id, { event: "submit" });
  const reviewer = await loginAs(browser, "jyj.review1");
  const { sections } = await call(reviewer, "GET", `/reports/${id}`);
  const text = sections.problems.paragraphs[0].slice(4, 14);
  const quote = { text, paragraph: 0, start: 4 };
  const thread = { section: "problems", quote, words: "指哪一类信息？", mustResolve: true };
  await call(reviewer, "POST", `/reports/${id}/threads`, thread);
  const items = [
    { section: "applications", cell: "granted.business", words: "与台账不一致。" },
    { section: "problems", words: "请写具体。" },
  ];
  await act(reviewer, id, { event: "return", items });
  return id;
}

/** Nothing hangs over the edge of the screen, and the scan finds nothing. */
async function expectFitting(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await expectAccessible(page);
}

/** One column of values beside the names; the way to a value of another brings its column. */
async function correctCells(page: Page) {
  const table = page.getByRole("table", { name: "表三" });
  await expect(table.getByRole("columnheader", { name: "自然人" })).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "商业企业" })).toBeHidden();
  const place = `表三「${returned}」行「商业企业」列`;
  await page.getByRole("link", { name: place }).first().click();
  await expect(cell(page, "granted.business")).toBeFocused();
  await expect(table.getByRole("columnheader", { name: "自然人" })).toBeHidden();
  await page.keyboard.type("0");
  await cell(page, "refusedProcess.business").fill("1");
  await expect(table.getByRole("row", { name: /^勾稽关系/ })).toContainText("平");

  await cell(page, "carriedOut.business").scrollIntoViewIfNeeded();
  await expect(table.getByRole("columnheader", { name: "商业企业" })).toBeInViewport();
  await expect(table.getByRole("rowheader", { name: /^四、结转下年度/ })).toBeInViewport();
  await expectFitting(page);

  const columns = page.getByRole("region", { name: "表三" }).getByLabel("显示的列");
  await columns.selectOption("全部，左右滑动查看");
  await cell(page, "granted.otherBody").focus();
  await expect(table.getByRole("rowheader", { name: returned })).toBeInViewport();
  await expect(table.getByRole("columnheader", { name: "其他", exact: true })).toBeInViewport();
  await expectFitting(page);
  await columns.selectOption("自然人");
  await expectSaved(page);
}

/** The list of 批注, from the bar that stays in view; its one thread. */
async function talk(page: Page): Promise<Locator> {
  await page.getByRole("link", { name: "批注 1 条" }).click();
  await page.getByRole("button", { name: "打开批注" }).click();
  const thread = page.getByRole("listitem").filter({ hasText: "指哪一类信息？" });
  await expect(thread.first()).toBeVisible();
  return thread.first();
}

/** Goes from the thread to its passage, writes there, and answers. */
async function answer(page: Page) {
  const thread = await talk(page);
  await thread.getByRole("button", { name: "存在的主要问题及改进情况" }).click();
  await expect(prose(page, "problems")).toBeFocused();
  await prose(page, "problems").press("Control+End");
  await page.keyboard.type("以上指政策解读类信息。");
  await expectSaved(page);
  await page.getByRole("link", { name: "批注 1 条" }).click();
  await thread.getByLabel("回复").fill("已经写明。");
  await thread.getByRole("button", { name: "回复", exact: true }).click();
  await expect(thread.getByText("已经写明。", { exact: true })).toBeVisible();
  await answerItems(page);
  await expectFitting(page);
}

/** Each returned item is said to be done, where it stands. */
async function answerItems(page: Page) {
  for (const name of ["表三", "存在的主要问题及改进情况"]) {
    const section = page.getByRole("region", { name });
    await section.getByRole("button", { name: "已修改" }).click();
    await expect(section.getByRole("button", { name: "更改答复" })).toBeVisible();
  }
}

async function submit(page: Page) {
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await page.getByRole("button", { name: "确认送审" }).click();
}

/** 表三 as it is printed: its row names and heads stay while it scrolls in its frame. */
async function read(page: Page, id: string) {
  await page.goto(`/desk/reviews/${id}?tab=changes`);
  await expect(page.getByText("以上指政策解读类信息。")).toBeVisible();
  await expectFitting(page);
  await page.goto(`/desk/reviews/${id}?tab=text`);
  const frame = page.getByRole("region", { name: /^表三/ });
  await frame.evaluate((element) => element.scrollTo(element.scrollWidth, element.scrollHeight));
  await frame.scrollIntoViewIfNeeded();
  await expect(frame.getByRole("rowheader", { name: /^四、结转下年度/ })).toBeInViewport();
  await expect(frame.getByRole("columnheader", { name: "总计" })).toBeInViewport();
  expect(await coveredAt(frame, "四、结转下年度继续办理")).toBe(false);
  await expectFitting(page);
}

/** Whether the name of a row lies outside of the frame, or under something else. */
function coveredAt(frame: Locator, name: string): Promise<boolean> {
  return frame.evaluate((element, words) => {
    const heads = [...element.querySelectorAll("th[scope=row]")];
    const head = heads.find((one) => one.textContent === words);
    const text = document.createRange();
    if (!head) return true;
    text.selectNodeContents(head);
    const { left, top, width, height } = text.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return left < element.getBoundingClientRect().left || seen !== head;
  }, name);
}

async function act(page: Page, id: string, event: object) {
  const { version } = await call(page, "GET", `/reports/${id}`);
  await call(page, "POST", `/reports/${id}/events`, { version, ...event });
}

async function call(page: Page, method: string, path: string, data?: object) {
  const sent = await page.request.fetch(`/api/v1${path}`, { method, data });
  expect(sent.ok(), `${method} ${path}: ${await sent.text()}`).toBe(true);
  return sent.json();
}
