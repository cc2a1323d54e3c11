import { expect, type Locator, type Page, test } from "@playwright/test";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import type { TableKey } from "@/lib/format/format";
import { justice2024 } from "@/prisma/seed/texts";
import { ariaTable } from "@/tests/support/aria-table";
import { expectAccessible, expectSaved, loginAs } from "@/tests/support/browser";
import { cell, fillReport, newReport, openForm } from "@/tests/support/page-report";

const zeros = { business: 0, research: 0, charity: 0, legalService: 0, otherBody: 0 };

test("each value of the three tables is heard with its row and column, and how it came to be", async ({
  browser,
}) => {
  const page = await loginAs(browser, "jyj.clerk");
  const id = await newReport(page, 2057);
  await fillReport(page, id);
  await openForm(page, id);
  for (const key of Object.keys(format2021.tables) as TableKey[]) {
    const table = format2021.tables[key];
    const cells = withTotals(table, justice2024.cells[key]);
    await expect(page.getByRole("table", { name: table.name })).toMatchAriaSnapshot(
      ariaTable(table, cells),
    );
  }
  await hearMarks(page, id);
  await hearFindings(page);
  await expectAccessible(page);
});

/** Typed, imported, stated for last year, and computed. */
async function hearMarks(page: Page, id: string) {
  await cell(page, "carriedIn.naturalPerson").fill("");
  await expectSaved(page);
  const body = { carriedOut: { naturalPerson: 0, ...zeros }, document: "纸质存档件" };
  await send(page, "PUT", `/reports/${id}/carry-statement`, body);
  const text = "三、收到和处理政府信息公开申请情况\n（一）予以公开\t2\t1\t0\t0\t0\t0\t3";
  await send(page, "POST", `/reports/${id}/import?apply=true`, text);
  await page.reload();
  const described = (key: string, words: string | RegExp) =>
    expect(cell(page, key)).toHaveAccessibleDescription(words);
  await described("received.naturalPerson", /手工填写/);
  await described("granted.naturalPerson", "导入");
  await described("carriedIn.naturalPerson", "结转（自填）：按自填的2056年度结转数带入");
  await described("received.total", "系统计算");
}

/** What is wrong with a value belongs to its description, and goes with the fault. */
async function hearFindings(page: Page) {
  const received = cell(page, "received.naturalPerson");
  const before = await received.inputValue();
  await received.fill("99");
  await expect(received).toHaveAccessibleDescription(/表三「自然人」列勾稽关系不平.*手工填写/);
  await received.fill(before);
  await expect(received).not.toHaveAccessibleDescription(/勾稽关系不平：第一项＋第二项＝99/);
}

test("every dialog of a report's way has a name, and is clean", async ({ browser }) => {
  const page = await loginAs(browser, "jyj.clerk");
  await page.goto("/desk/reports");
  await named(page, page.getByRole("button", { name: "新建年度报告" }), "新建年度报告");
  const id = await newReport(page, 2059);
  await fillReport(page, id);
  await openForm(page, id);
  const section = page.getByRole("region", { name: "表三" });
  await named(page, section.getByRole("button", { name: "填报说明", exact: true }), "表三填报说明");
  const submit = page.getByRole("button", { name: "送审", exact: true });
  await named(page, submit, "送审灋河回族区教育局 2059 年度报告");
  await submit.click();
  await page.getByRole("button", { name: "确认送审" }).click();
  await named(page, page.getByRole("button", { name: "撤回送审" }), "撤回送审");

  const reviewer = await loginAs(browser, "jyj.review1");
  await reviewer.goto(`/desk/reviews/${id}?tab=text`);
  await named(reviewer, reviewer.getByRole("button", { name: "退回修改" }), "退回修改");
  for (const box of await reviewer.getByRole("checkbox").all()) await box.check();
  await named(reviewer, reviewer.getByRole("button", { name: "审核通过" }), "审核通过？");
});

/** The dialog that a button opens, scanned; a keyboard goes on from the button. */
async function named(page: Page, button: Locator, name: string) {
  await button.click();
  const dialog = page.locator("[role=dialog], [role=alertdialog]");
  await expect(dialog).toHaveAccessibleName(name);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
}

async function send(page: Page, method: string, path: string, data: object | string) {
  const type = typeof data === "string" ? "text/plain" : "application/json";
  const headers = { "Content-Type": `${type}; charset=utf-8` };
  const answer = await page.request.fetch(`/api/v1${path}`, { method, data, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
}
