import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { fillReport, newReport } from "@/tests/support/page-report";

const YEAR = 2061;
const NAME = "本局三审加会签";
const phone = { width: 390, height: 844 };

// Other journeys of the bureau go by the standard plan.
test.afterEach(async ({ browser }) => {
  const admin = await loginAs(browser, "sfj.admin");
  const { items } = await (await admin.request.get("/api/v1/plans")).json();
  const standard = items.find((plan: { name: string }) => plan.name === "标准三审三校");
  if (standard.usedBy.length) return;
  const data = { bureau: "sfj" };
  const answer = await admin.request.put(`/api/v1/plans/${standard.id}/choice`, { data });
  expect(answer.ok()).toBe(true);
});

test("a bureau adapts a plan, is told who is missing, publishes it and works by it", async ({
  browser,
}) => {
  const admin = await loginAs(browser, "sfj.admin");
  await copyStandard(admin);
  await letLevelOneEdit(admin);
  await addCosigning(admin);
  await publishAndChoose(admin);
  await seeOnPhone(admin);
  const id = await submitReport(browser);
  await review(browser, id);
  await expectReadOnly(browser, admin.url());
  await recall(browser, id);
});

async function copyStandard(page: Page) {
  await page.getByRole("link", { name: "流程词库" }).click();
  const ready = page.getByRole("list", { name: "现成的流程" });
  await expect(ready.getByRole("link")).toHaveCount(4);
  await expectAccessible(page);
  await page.getByRole("button", { name: "复制流程" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("复制哪一个").selectOption({ label: "标准三审三校" });
  await dialog.getByLabel("新流程的名称").fill(NAME);
  await dialog.getByRole("button", { name: "复制", exact: true }).click();
  await expect(page.getByRole("heading", { name: NAME, level: 1 })).toBeVisible();
  await expect(page.getByText("还没有发布过，不能选用。")).toBeVisible();
  await expect(page.getByRole("button", { name: "选用这个流程" })).toHaveCount(0);
}

async function letLevelOneEdit(page: Page) {
  await page.getByRole("button", { name: "修改 一审", exact: true }).click();
  const fields = page.getByRole("group", { name: "一审的设置" });
  await fields.getByLabel("可以直接改稿").check();
  await fields.getByLabel("限办天数").fill("3");
  await fields.getByRole("button", { name: "加一项" }).click();
  await fields.getByLabel("审核清单第 8 项").fill("与上年衔接");
  await expectAccessible(page);
  const row = page.getByRole("row", { name: /^审 一审/ });
  await expect(row).toContainText("可直接改稿");
  await expect(row).toContainText("3 天");
  await expect(row).toContainText("8 项");
}

/** A level of its own before the last, moved there by keyboard; what does not work is said. */
async function addCosigning(page: Page) {
  await page.getByRole("button", { name: "加一级" }).click();
  await page.getByLabel("这一级的名称").fill("会签");
  await page.getByLabel("承担人须与其他级不同").uncheck();
  const up = page.getByRole("button", { name: "上移 会签" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await expect(page.getByRole("columnheader", { name: /^3\. 会签/ })).toBeVisible();
  await page.getByRole("button", { name: "修改 新的环节" }).click();
  const fields = page.getByRole("group", { name: /的设置$/ });
  await fields.getByLabel("名称").fill("");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("请给每个审环节起一个名称。")).toBeInViewport();
  await fields.getByLabel("名称").fill("会签");
  await fields.getByLabel("类型").selectOption({ label: "会签" });
  await fields.getByLabel("由谁承担").selectOption({ label: "校对人" });
  await fields.getByLabel("级别").selectOption({ label: "第 9 级" });
  await page.getByRole("button", { name: "保存草稿" }).click();
  const people = page.getByRole("region", { name: "人员" });
  // 白云霞 proofreads at any level, and nobody reviews at the ninth.
  await expect(page.getByText("草稿已保存。")).toBeVisible();
  await expect(people.getByText("每个环节都有合适的人可以承担。")).toBeVisible();
  await fields.getByLabel("由谁承担").selectOption({ label: "审核人" });
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(people.getByText(/^“会签”没有人可以承担：.*第 9 级审核人/)).toBeVisible();
  await fields.getByLabel("由谁承担").selectOption({ label: "校对人" });
  await fields.getByLabel("白云霞").check();
  await fields.getByLabel("穆海峰").check();
  await fields.getByLabel("通过方式").selectOption({ label: "每个人都要通过" });
  await expect(page.getByText("改动还没有保存")).toBeVisible();
}

async function publishAndChoose(page: Page) {
  await page.getByRole("button", { name: "发布第 1 版" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "发布" }).click();
  await expect(page.getByText("已发布。")).toBeVisible();
  await expect(page.getByRole("region", { name: "版次" })).toContainText(/第 1 版.*金晨发布/);
  await page.getByRole("button", { name: "选用这个流程" }).click();
  await expectAccessible(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "选用" }).click();
  await expect(page.getByText("正在使用")).toBeVisible();
  await expect(page.getByText("灋河回族区司法局")).toBeFocused();
  await expect(page.getByRole("button", { name: "删除流程" })).toHaveCount(0);
}

/** Nothing runs over the edge of a phone, with the fields of the step still open. */
async function seeOnPhone(page: Page) {
  await page.setViewportSize(phone);
  await expect(page.getByLabel("白云霞")).toBeChecked();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  await expectAccessible(page);
}

async function submitReport(browser: Browser): Promise<string> {
  const clerk = await loginAs(browser, "sfj.clerk");
  const id = await newReport(clerk, YEAR, "sfj");
  await fillReport(clerk, id);
  await clerk.goto(`/desk/reports/${id}`);
  await clerk.getByRole("button", { name: "送审", exact: true }).click();
  const dialog = clerk.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "确认送审" }).click();
  await expect(clerk.getByText("审核中").first()).toBeVisible();
  return id;
}

/** The round goes by the bureau's plan; a 常用意见 of one's own is one tap. */
async function review(browser: Browser, id: string) {
  const page = await loginAs(browser, "sfj.review1");
  await page.getByRole("link", { name: "流程词库" }).click();
  await page.getByRole("link", { name: "常用意见" }).click();
  await page.getByLabel("加一条我的常用意见").fill("数据与台账一致，同意。");
  await page.getByRole("button", { name: "添加" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "同意。" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/desk/reviews/${id}?tab=course`);
  const plan = page.getByRole("region", { name: "审核流程" });
  await expect(plan).toContainText(NAME);
  const labels = ["一审", "一校", "二审", "二校", "会签", "三审", "三校"];
  await expect(plan.getByRole("rowheader")).toHaveText(labels.map((label) => new RegExp(label)));
  await expect(page.getByLabel("与上年衔接")).toBeVisible();
  await page.getByRole("button", { name: "数据与台账一致，同意。" }).click();
  await expect(page.getByLabel("意见", { exact: true })).toHaveValue("数据与台账一致，同意。");
  await page.getByRole("button", { name: "退回修改" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "已核对，数据无误。" }).click();
  await expect(page.getByLabel("修改意见")).toHaveValue("已核对，数据无误。");
  await page.getByRole("button", { name: "取消" }).click();
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("/desk/plans/phrases");
  await page.getByRole("button", { name: "删去 数据与台账一致，同意。" }).click();
  await expect(page.getByText("还没有。加几条")).toBeVisible();
}

async function expectReadOnly(browser: Browser, address: string) {
  const clerk = await loginAs(browser, "sfj.clerk");
  await clerk.goto(address);
  await expect(clerk.getByRole("row", { name: /^会签 白云霞/ })).toContainText("白云霞、穆海峰");
  await expect(clerk.getByRole("button", { name: "保存草稿" })).toHaveCount(0);
  await expect(clerk.getByRole("button", { name: /^修改/ })).toHaveCount(0);
  const other = await loginAs(browser, "jyj.admin");
  await other.goto(address);
  await expect(other.getByRole("heading", { name: NAME })).toHaveCount(0);
}

/** Nobody's queue keeps what this journey put there. */
async function recall(browser: Browser, id: string) {
  const clerk = await loginAs(browser, "sfj.clerk");
  const { version } = await (await clerk.request.get(`/api/v1/reports/${id}`)).json();
  const data = { event: "recall", version };
  const answer = await clerk.request.post(`/api/v1/reports/${id}/events`, { data });
  expect(answer.ok()).toBe(true);
}
