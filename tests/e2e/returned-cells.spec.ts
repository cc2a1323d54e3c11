import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectSaved, loginAs } from "@/tests/support/browser";
import { paste } from "@/tests/support/clipboard";
import { cell, fillReport, newReport, openForm, prose } from "@/tests/support/page-report";

const YEAR = 2063;
const phone = { width: 390, height: 844 };

test("one cell is given back: it alone is open, then what it puts out of balance, then what is widened", async ({
  browser,
}) => {
  const clerk = await loginAs(browser, "jyj.clerk");
  const id = await newReport(clerk, YEAR);
  await fillReport(clerk, id);
  await openForm(clerk, id);
  await sendIn(clerk);
  await giveBackCell(browser, id);

  await onlyTheCell(clerk, id);
  await refusedByName(clerk);
  await putOutOfBalance(clerk);
  await widen(clerk);
  await answerAndSendIn(clerk);
  await readAnswers(browser, id);
});

async function sendIn(page: Page) {
  await expectSaved(page);
  await page.getByRole("button", { name: "送审", exact: true }).click();
  await page.getByRole("button", { name: "确认送审" }).click();
  await expect(page.getByText("审核中").first()).toBeVisible();
}

async function giveBackCell(browser: Browser, id: string) {
  const page = await loginAs(browser, "jyj.review1");
  await page.goto(`/desk/reviews/${id}?tab=text`);
  await page.getByRole("button", { name: "退回修改" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("退回的部分").selectOption("applications");
  await dialog.getByLabel("单元格").selectOption("received.naturalPerson");
  await dialog.getByLabel("修改意见").fill("台账上是6件。");
  await dialog.getByRole("button", { name: "确认退回" }).click();
  await expect(page.getByText(/已退回修改/)).toBeVisible();
}

async function onlyTheCell(page: Page, id: string) {
  await page.goto(`/desk/reports/${id}`);
  await expect(cell(page, "received.naturalPerson")).toBeEditable();
  for (const key of ["received.business", "granted.naturalPerson", "carriedOut.naturalPerson"]) {
    await expect(cell(page, key)).not.toBeEditable();
  }
  await expect(prose(page, "problems")).not.toBeEditable();
  await expectAccessible(page);
}

/** A block over what was not returned fills the open cell, and names the rest. */
async function refusedByName(page: Page) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await paste(page, cell(page, "received.naturalPerson"), "4\t9");
  await expect(page.getByText("粘贴：填入 1 格，没有填入 1 格。")).toBeVisible();
  await expect(page.getByText(/「商业企业」列（“9”）：没有被退回，不能修改/)).toBeVisible();
  await expect(cell(page, "received.business")).toHaveValue("1");
  await page.getByRole("button", { name: "知道了" }).click();
}

async function putOutOfBalance(page: Page) {
  await cell(page, "received.naturalPerson").fill("6");
  await expect(cell(page, "granted.naturalPerson")).toBeEditable();
  await expect(cell(page, "granted.business")).not.toBeEditable();
  await cell(page, "granted.naturalPerson").fill("5");
  await page.keyboard.press("Tab");
  await expectSaved(page);
  // Balanced again: what was changed stays open, the rest is closed once more.
  await expect(cell(page, "carriedOut.naturalPerson")).not.toBeEditable();
  await expect(cell(page, "granted.naturalPerson")).toBeEditable();
}

/** A sentence that the new figure contradicts is open by itself; anything else is opened with a reason. */
async function widen(page: Page) {
  await expect(prose(page, "overview.applications")).toBeEditable();
  await prose(page, "overview.applications").fill(
    "全年新收政府信息公开申请7件，均在法定期限内答复，没有结转到下一年度的申请。全年没有因政府信息公开引起的行政复议和行政诉讼。",
  );
  await expectSaved(page);
  await expect(prose(page, "other")).not.toBeEditable();
  await page.getByText("还要改别的地方（扩大修改范围）").click();
  await page.getByLabel("部分", { exact: true }).selectOption("other");
  await page.getByLabel("理由", { exact: true }).fill("同一处口径也要写明。");
  await page.getByRole("button", { name: "打开这一部分" }).click();
  await expect(prose(page, "other")).toBeEditable();
}

async function answerAndSendIn(page: Page) {
  await page.getByRole("button", { name: "已修改", exact: true }).click();
  await expect(page.getByText(/答复：已修改/)).toBeVisible();
  await sendIn(page);
}

/** Who returned it reads first what became of it, on a phone too. */
async function readAnswers(browser: Browser, id: string) {
  const page = await loginAs(browser, "jyj.review1");
  await page.setViewportSize(phone);
  await page.goto(`/desk/reviews/${id}`);
  const answers = page.getByRole("region", { name: "上次退回意见的答复" });
  await expect(answers).toContainText("台账上是6件。");
  await expect(answers).toContainText("答复：已修改");
  await expect(answers).toContainText("扩大修改范围");
  await expect(answers).toContainText("同一处口径也要写明。");
  await expectAccessible(page);
  await page.getByRole("link", { name: "过程" }).click();
  const entry = page.getByRole("listitem").filter({ hasText: "扩大修改范围" }).first();
  await expect(entry).toContainText("同一处口径也要写明。");
}
