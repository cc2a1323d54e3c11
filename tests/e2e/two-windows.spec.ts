import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectSaved, loginAs, openBlankReport } from "@/tests/support/browser";

test("what two people write in one report at once is all kept", async ({ browser }) => {
  const one = await loginAs(browser, "sfj.clerk");
  await openBlankReport(one, 2022);
  const two = await loginAs(browser, "sfj.clerk2");
  await two.goto(one.url());
  await two.getByRole("button", { name: "空白" }).click();

  await mergeCells(one, two);
  await chooseCell(one, two);
  await chooseText(one, two);
});

/** Different cells of one table: both stay, and the later window learns of the earlier one's. */
async function mergeCells(one: Page, two: Page) {
  await write(one, "规章，本年制发件数", "1");
  await write(two, "规章，本年废止件数", "2");
  await expect(field(two, "规章，本年制发件数")).toHaveValue("1");
  await one.reload();
  await expect(field(one, "规章，本年制发件数")).toHaveValue("1");
  await expect(field(one, "规章，本年废止件数")).toHaveValue("2");
}

/** The same cell: nothing is stored before the person has seen both and chosen. */
async function chooseCell(one: Page, two: Page) {
  await write(one, "规章，现行有效件数", "30");
  await field(two, "规章，现行有效件数").fill("40");
  const question = two.getByText("这里刚刚被其他人或其他窗口改过");
  await expect(question).toBeVisible();
  await expect(two.getByRole("button", { name: "采用已保存的", exact: true })).toBeVisible();
  await expect(field(two, "规章，现行有效件数")).toHaveValue("40");
  await expectAccessible(two);
  await one.reload();
  await expect(field(one, "规章，现行有效件数")).toHaveValue("30");

  await two.getByRole("button", { name: "采用我的", exact: true }).click();
  await expectSaved(two);
  await expect(question).toBeHidden();
  await one.reload();
  await expect(field(one, "规章，现行有效件数")).toHaveValue("40");
}

/** The same text: it cannot be left behind unasked, and the stored one comes in when it is chosen. */
async function chooseText(one: Page, two: Page) {
  await write(one, "编制说明", "甲写的编制说明。");
  await field(two, "编制说明").fill("乙写的编制说明。");
  await expect(two.getByText("甲写的编制说明。")).toBeVisible();

  const asked = two.waitForEvent("dialog");
  const leaving = two.getByRole("link", { name: "预览" }).click();
  await (await asked).dismiss();
  await leaving;
  await expect(field(two, "编制说明")).toHaveValue("乙写的编制说明。");

  await two.getByRole("button", { name: "采用已保存的", exact: true }).click();
  await expect(field(two, "编制说明")).toHaveValue("甲写的编制说明。");
  await expectSaved(two);
}

async function write(page: Page, name: string, text: string) {
  await field(page, name).fill(text);
  await expectSaved(page);
}

function field(page: Page, name: string) {
  return page.getByRole("textbox", { name, exact: true });
}
