import { type APIResponse, type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { fillReport, newReport } from "@/tests/support/page-report";

const YEAR = 2071;
const phone = { width: 390, height: 844 };
const REASON = "分管领导在外学习，只有一人在岗。";
const MARK = "例外：同一人承担两个层级";

// Other journeys of the bureau go by the standard plan.
test.afterEach(async ({ browser }) => {
  const admin = await loginAs(browser, "jyj.admin");
  await choose(admin, await standardPlan(admin));
});

test("an exception is made by whom the plan names, and marked until another confirms it", async ({
  browser,
}) => {
  const admin = await loginAs(browser, "jyj.admin");
  await allowExceptions(admin);
  const clerk = await loginAs(browser, "jyj.clerk");
  const id = await submitted(clerk);

  const both = await loginAs(browser, "jyj.both");
  await passLevel(both, id, "一审一校");
  await both.reload();
  await expect(both.getByText(/同一人不能承担两个层级/).first()).toBeVisible();
  await expect(both.getByRole("button", { name: "作例外处理" })).toHaveCount(0);

  const head = await loginAs(browser, "jyj.review3");
  await makeException(head, id);
  await both.reload();
  await passLevel(both, id, "二审二校");

  await clerk.goto(`/desk/reports/${id}`);
  await expect(clerk.getByText(MARK)).toContainText("（等待第二人确认）");
  await expectAccessible(clerk);
  await confirmOnPhone(admin, id);
  await expectInHistory(browser, id);
});

/** The ready-made plan, with one rule that the head of the bureau may let pass. */
async function allowExceptions(page: Page) {
  const copied = {
    from: await standardPlan(page),
    bureau: "jyj",
    name: "标准三审三校（可作例外）",
  };
  const plan = await answered(page.request.post("/api/v1/plans", { data: copied }));
  const path = `/api/v1/plans/${plan.id}`;
  const data = { ...plan.definition, overridable: ["distinctLevels"] };
  const saved = await answered(
    page.request.put(path, { data, headers: { "If-Match": `"${plan.version}"` } }),
  );
  const headers = { "If-Match": `"${saved.version}"` };
  await answered(page.request.post(`${path}/versions`, { headers }));
  await choose(page, plan.id);
}

async function standardPlan(page: Page): Promise<string> {
  const { items } = await answered(page.request.get("/api/v1/plans"));
  return items.find((plan: { name: string }) => plan.name === "标准三审三校").id;
}

async function choose(page: Page, plan: string) {
  await answered(page.request.put(`/api/v1/plans/${plan}/choice`, { data: { bureau: "jyj" } }));
}

async function answered(sent: Promise<APIResponse>) {
  const answer = await sent;
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

async function submitted(page: Page): Promise<string> {
  const id = await newReport(page, YEAR, "jyj");
  await fillReport(page, id);
  const { version } = await answered(page.request.get(`/api/v1/reports/${id}`));
  const data = { event: "submit", version };
  await answered(page.request.post(`/api/v1/reports/${id}/events`, { data }));
  return id;
}

async function passLevel(page: Page, id: string, stage: string) {
  await page.goto(`/desk/reviews/${id}?tab=text`);
  await expect(page.getByText(stage).first()).toBeVisible();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "审核通过" }).click();
  await page.getByRole("button", { name: "确认通过" }).click();
  await expect(page.getByText(/已通过。/)).toBeVisible();
}

async function makeException(page: Page, id: string) {
  await page.goto(`/desk/reviews/${id}`);
  await page.getByRole("button", { name: "作例外处理" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "作例外处理" }).click();
  await expect(dialog).toContainText("请写明理由");
  await expectAccessible(page);
  await dialog.getByLabel("理由").fill(REASON);
  await dialog.getByRole("button", { name: "作例外处理" }).click();
  const panel = page.getByRole("region", { name: "例外处理" });
  await expect(panel).toContainText("（等待第二人确认）");
  await expect(panel).toContainText(REASON);
  await expect(panel.getByRole("button")).toHaveCount(0);
}

async function confirmOnPhone(page: Page, id: string) {
  await page.setViewportSize(phone);
  await page.goto("/desk");
  const waiting = page.getByRole("list", { name: "待确认的例外" });
  await expect(waiting).toContainText(MARK);
  await expectAccessible(page);
  await waiting.getByRole("link", { name: "查看并确认" }).click();
  await page.waitForURL(`**/desk/reviews/${id}`);
  await page.getByRole("button", { name: "确认例外" }).click();
  await expect(page.getByRole("alertdialog")).toContainText(REASON);
  await expectAccessible(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "确认例外" }).click();
  const panel = page.getByRole("region", { name: "例外处理" });
  await expect(panel).toContainText("已确认");
  await expect(panel).not.toContainText("等待第二人确认");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  await page.goto("/desk");
  await expect(page.getByRole("heading", { name: "工作台", level: 1 })).toBeVisible();
  await expect(waiting).toHaveCount(0);
}

async function expectInHistory(browser: Browser, id: string) {
  const page = await loginAs(browser, "jyj.clerk2");
  await page.goto(`/desk/reports/${id}/history`);
  const history = page.getByRole("list", { name: "历史记录" }).getByRole("listitem");
  await expect(history.filter({ hasText: "作例外处理" })).toContainText(REASON);
  await expect(history.filter({ hasText: "确认例外" })).toContainText(MARK);
  await expectAccessible(page);
}
