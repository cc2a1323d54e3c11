import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { fillReport, newReport } from "@/tests/support/page-report";

/** Year 2069 of 司法局. */
const YEAR = 2069;

test("a report is passed from the list, by the text that was seen, and stands in its 审校单", async ({
  browser,
}) => {
  const clerk = await loginAs(browser, "sfj.clerk");
  const id = await newReport(clerk, YEAR, "sfj");
  await fillReport(clerk, id);
  await send(clerk, id, "submit");

  const reviewer = await loginAs(browser, "sfj.review1");
  await reviewer.goto("/desk/reviews/together");
  await choose(reviewer);
  await expectAccessible(reviewer);

  // Meanwhile the clerk takes it back and sends it again: what was seen is not what waits now.
  await send(clerk, id, "recall");
  await send(clerk, id, "submit");
  await confirm(reviewer);
  await expect(reviewer.getByRole("status").first()).toContainText("1 份中通过了 0 份");
  await expect(reviewer.getByText("您看到的不是最新的文稿")).toBeVisible();

  await choose(reviewer);
  await reviewer.getByRole("button", { name: "同意。" }).click();
  await confirm(reviewer);
  await expect(reviewer.getByRole("status").first()).toContainText("1 份中通过了 1 份");
  await expect(box(reviewer)).toHaveCount(0);

  await clerk.goto(`/desk/reports/${id}/history`);
  await clerk.getByRole("link", { name: "审校单" }).click();
  const second = clerk.getByRole("list", { name: "第 2 次送审" });
  await expect(second.getByRole("listitem")).toHaveText([
    /送审/,
    /一审　通过.*同意。/,
    /一校　通过/,
  ]);
  await expectAccessible(clerk);
  for (const page of [clerk, reviewer]) await expectNarrow(page);

  const download = clerk.waitForEvent("download");
  await clerk.getByRole("link", { name: "下载 PDF" }).click();
  expect((await download).suggestedFilename()).toContain("审校单");
});

function box(page: Page) {
  return page.getByRole("checkbox", { name: `灋河回族区司法局 ${YEAR} 年度报告` });
}

/** Ticks the report, then the whole checklist. */
async function choose(page: Page): Promise<void> {
  await box(page).check();
  for (const tick of await page.getByRole("group").getByRole("checkbox").all()) await tick.check();
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: "一并通过 1 份" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(/一审、一校，第 \d+ 稿，校验码 [0-9A-F]{4} [0-9A-F]{4}/);
  await dialog.getByRole("button", { name: "确认一并通过" }).click();
  await expect(dialog).toBeHidden();
}

async function send(page: Page, id: string, event: string): Promise<void> {
  const { version } = await (await page.request.get(`/api/v1/reports/${id}`)).json();
  const data = { event, version };
  const answer = await page.request.post(`/api/v1/reports/${id}/events`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function expectNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBe(390);
}
