import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { fillReport, newReport } from "@/tests/support/page-report";

/** Year 2069 of 教育局. */
const YEAR = 2069;

test("what was signed on paper counts once a second person confirms it, and stays marked", async ({
  browser,
}) => {
  const clerk = await loginAs(browser, "jyj.clerk");
  const id = await newReport(clerk, YEAR);
  await fillReport(clerk, id);
  const { version } = await (await clerk.request.get(`/api/v1/reports/${id}`)).json();
  const path = `/api/v1/reports/${id}/events`;
  const answer = await clerk.request.post(path, { data: { event: "submit", version } });
  const { contentHash } = await answer.json();
  const code = contentHash.slice(0, 8);

  const registrar = await loginAs(browser, "jyj.admin");
  await registrar.goto(`/desk/reviews/${id}`);
  await registrar.getByText("登记签过字的审签单").click();
  await registrar.getByLabel("签字人").selectOption({ index: 1 });
  for (const tick of await registrar.getByRole("group").getByRole("checkbox").all()) {
    await tick.check();
  }
  await expectAccessible(registrar);
  await register(registrar, "0000 0000");
  await expect(registrar.getByText("签的不是这一稿")).toBeVisible();
  await register(registrar, code);
  await expect(registrar.getByText("确认以前不算通过")).toBeVisible();

  const second = await loginAs(browser, "jyj.review2");
  await second.goto(`/desk/reviews/${id}`);
  await second.getByLabel("扫描件上的校验码").fill(code);
  await second.getByRole("button", { name: "确认线下审签" }).click();
  await expect(second.getByText("线下审签通过。")).toBeVisible();

  await clerk.goto(`/desk/reports/${id}/record`);
  const record = clerk.getByRole("list", { name: "第 1 次送审" });
  await expect(record.getByText("线下审签", { exact: true })).toHaveCount(2);
});

async function register(page: Page, code: string): Promise<void> {
  await page.getByLabel("审签单上的校验码").fill(code);
  const buffer = Buffer.from("%PDF-1.7\n");
  const file = { name: "scan.pdf", mimeType: "application/pdf", buffer };
  await page.getByLabel(/^扫描件（/).setInputFiles(file);
  await page.getByRole("button", { name: "登记线下审签" }).click();
}
