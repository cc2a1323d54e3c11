import { chromium, expect, test } from "@playwright/test";
import { loginAs } from "@/tests/support/browser";
import {
  cell,
  expectKept,
  expectRow,
  expectSaving,
  fillReport,
  newReport,
  openForm,
  prose,
  storedSection,
  typeRow,
} from "@/tests/support/page-report";

test("what is typed offline outlives its tab and arrives when the form is open again", async ({
  browser,
}) => {
  const page = await loginAs(browser, "jyj.clerk");
  const context = page.context();
  const id = await newReport(page, 2012);
  await openForm(page, id);
  await cell(page, "carriedIn.research").fill("9");
  await expectSaving(page, "已保存");
  await expectKept(page, null);

  await context.setOffline(true);
  await typeRow(page, "received");
  await expectSaving(page, "未保存，离线");
  await typeRow(page, "granted");
  await prose(page, "problems").fill("断网时写下的一段。");
  await cell(page, "carriedIn.charity").fill("3件");
  for (const words of ["断网时写下的一段。", "granted.otherBody", "3件"])
    await expectKept(page, words);
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await openForm(again, id);
  await expect(prose(again, "problems")).toHaveValue("断网时写下的一段。");
  await expect(cell(again, "carriedIn.charity")).toHaveValue("3件");
  await cell(again, "carriedIn.charity").fill("3");
  await expectSaving(again, "已保存");
  await expectRow(again, id, "received");
  await expectRow(again, id, "granted");
  const { cells } = await storedSection(again, id, "applications");
  expect(cells).toMatchObject({ "carriedIn.research": 9, "carriedIn.charity": 3 });
  const { paragraphs } = await storedSection(again, id, "problems");
  expect(paragraphs).toEqual(["断网时写下的一段。"]);
  await expectKept(again, null);
  await context.close();
});

test("typing goes on through a drop, and all arrives once and in order after it", async ({
  browser,
}) => {
  const page = await loginAs(browser, "jyj.clerk");
  const id = await newReport(page, 2014);
  await openForm(page, id);
  const sent: string[] = [];
  page.on("requestfinished", (request) => {
    if (request.method() === "PATCH") sent.push(request.headers()["save-order"] ?? "");
  });
  await page.context().setOffline(true);
  await typeRow(page, "received");
  await expectSaving(page, "未保存，离线");
  await typeRow(page, "granted");
  await page.context().setOffline(false);
  await expectSaving(page, "已保存");
  await expectRow(page, id, "received");
  await expectRow(page, id, "granted");
  const numbers = sent.map((order) => Number(order.split(" ")[1]));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  await page.context().close();
});

test("what a crashed browser had not saved is there when it is started again", async ({
  browser,
}, testInfo) => {
  const { launchOptions, baseURL, locale } = testInfo.project.use;
  const folder = testInfo.outputPath("profile");
  const open = () =>
    chromium.launchPersistentContext(folder, { ...launchOptions, baseURL, locale });
  const signedIn = await loginAs(browser, "jyj.clerk");
  const id = await newReport(signedIn, 2016);
  const cookies = await signedIn.context().cookies();

  const first = await open();
  await first.addCookies(cookies);
  const page = await first.newPage();
  await openForm(page, id);
  await first.setOffline(true);
  await typeRow(page, "received");
  await prose(page, "problems").fill("崩溃之前写下的一段。");
  for (const words of ["received.otherBody", "崩溃之前"]) await expectKept(page, words);
  const crashed = new Promise((resolve) => first.once("close", resolve));
  const devtools = await first.newCDPSession(page);
  await devtools.send("Browser.crash").catch(() => undefined);
  await crashed;

  const second = await open();
  await second.addCookies(cookies);
  const again = await second.newPage();
  await openForm(again, id);
  await expect(prose(again, "problems")).toHaveValue("崩溃之前写下的一段。");
  await expectSaving(again, "已保存");
  await expectRow(again, id, "received");
  await second.close();
  await signedIn.context().close();
});

test("two tabs of one person never ask who changed what", async ({ browser }) => {
  const left = await loginAs(browser, "jyj.clerk");
  const id = await newReport(left, 2018);
  const right = await left.context().newPage();
  await openForm(left, id);
  await openForm(right, id);

  await cell(left, "received.naturalPerson").fill("5");
  await prose(left, "problems").fill("第一段。");
  await expectSaving(left, "已保存");
  await expect(cell(right, "received.naturalPerson")).toHaveValue("5");
  await expect(prose(right, "problems")).toHaveValue("第一段。");

  await cell(right, "received.naturalPerson").fill("7");
  await cell(right, "received.business").fill("8");
  await prose(right, "problems").fill("第一段，在另一个窗口改过。");
  await expectSaving(right, "已保存");
  await expect(cell(left, "received.naturalPerson")).toHaveValue("7");
  await expect(cell(left, "received.business")).toHaveValue("8");
  await expect(prose(left, "problems")).toHaveValue("第一段，在另一个窗口改过。");

  await cell(left, "received.naturalPerson").fill("5");
  await expectSaving(left, "已保存");
  for (const page of [left, right]) {
    await expect(page.getByText("请选择采用哪一份")).toHaveCount(0);
    await expect(cell(page, "received.naturalPerson")).toHaveValue("5");
  }
  await left.context().close();
});

test("two people meet only in the same cell, and there the second chooses", async ({ browser }) => {
  const one = await loginAs(browser, "jyj.clerk");
  const two = await loginAs(browser, "jyj.clerk2");
  const id = await newReport(one, 2020);
  await openForm(one, id);
  await openForm(two, id);

  await prose(one, "problems").fill("第一人写的。");
  await prose(two, "other").fill("第二人写的。");
  await cell(one, "received.naturalPerson").fill("5");
  await expectSaving(one, "已保存");
  await cell(two, "received.business").fill("8");
  await expectSaving(two, "已保存");
  await expect(cell(two, "received.naturalPerson")).toHaveValue("5");

  await cell(one, "received.research").fill("1");
  await expectSaving(one, "已保存");
  await cell(two, "received.research").fill("2");
  const choice = two.getByRole("alert").filter({ hasText: "请选择采用哪一份" });
  await expect(choice).toBeVisible();
  expect((await storedSection(two, id, "applications")).cells?.["received.research"]).toBe(1);
  await choice.getByRole("button", { name: "采用我的" }).click();
  await expectSaving(two, "已保存");
  expect((await storedSection(two, id, "applications")).cells).toMatchObject({
    "received.naturalPerson": 5,
    "received.business": 8,
    "received.research": 2,
  });
  await one.context().close();
  await two.context().close();
});

test("the last keystroke before 送审 is in what is submitted, on a slow network", async ({
  browser,
}) => {
  const page = await loginAs(browser, "jyj.clerk");
  const id = await newReport(page, 2022);
  await fillReport(page, id);
  await openForm(page, id);
  await page.route("**/api/v1/reports/*/sections/*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  const problems = prose(page, "problems");
  const before = await problems.inputValue();
  await problems.press("Control+End");
  await page.keyboard.type("以上工作明年六月完成。");
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await page.getByRole("button", { name: "确认送审" }).click();
  await expect(page.getByText("审核中").first()).toBeVisible();
  const revisions = await page.request.get(`/api/v1/reports/${id}/revisions`);
  const [newest] = (await revisions.json()).items;
  const revision = await page.request.get(`/api/v1/reports/${id}/revisions/${newest.no}`);
  const { content } = await revision.json();
  expect(content.sections.problems.join("\n")).toBe(`${before}以上工作明年六月完成。`);
  await page.context().close();
});
