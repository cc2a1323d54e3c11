import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectSaved, loginAs, openBlankReport } from "@/tests/support/browser";

const received = "一、本年新收政府信息公开申请数量";
const granted = "（一）予以公开";

const illegal = [
  ["6件", "只能填写数字"],
  ["-1", "件数不能是负数"],
  ["1.5", "件数必须是整数"],
  ["1e3", "只能填写数字"],
] as const;

test("table three takes counts alone, and adds up and balances while typing", async ({
  browser,
}) => {
  const page = await loginAs(browser, "sfj.clerk");
  await openBlankReport(page, 2023);

  await type(page, `${received}，自然人`, "６");
  await type(page, `${received}，商业企业`, "1,024");
  await expect(cell(page, `${received}，自然人`)).toHaveValue("6");
  await expect(cell(page, `${received}，商业企业`)).toHaveValue("1024");
  await expect(total(page, "received.total")).toHaveText("1030");

  await refuseWhatIsNoCount(page);
  await keepBlanksBlank(page);
  await fillTheRest(page);
  await balance(page);
});

/** Refused at the cell with the reason, kept as typed, and not added up; its neighbours are saved. */
async function refuseWhatIsNoCount(page: Page) {
  const field = cell(page, `${received}，科研机构`);
  for (const [raw, reason] of illegal) {
    await type(page, `${received}，科研机构`, raw);
    await expect(field).toHaveValue(raw);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(reason));
    await expect(page.getByRole("status", { name: "保存状态" })).toHaveText("未保存");
    await expect(total(page, "received.total")).toHaveText("1030");
  }
  const contents = page.getByRole("navigation", { name: "目录" });
  const line = contents.getByRole("link", { name: /^三、/ });
  await expect(line).toContainText("有问题");
  await expectAccessible(page);
  await type(page, `${received}，科研机构`, "");
  await expect(line).toContainText("未填完");
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
  await expectSaved(page);
}

async function keepBlanksBlank(page: Page) {
  await page.reload();
  await expect(cell(page, `${received}，自然人`)).toHaveValue("6");
  await expect(cell(page, `${received}，科研机构`)).toHaveValue("");
  await expect(cell(page, `${granted}，自然人`)).toHaveValue("");
}

/** One act that says how many cells it fills, and can be undone; what was typed stays. */
async function fillTheRest(page: Page) {
  const table = page.getByRole("table", { name: /^表三/ });
  await expect(table.locator('input[value=""]')).toHaveCount(142);
  const fill = page.getByRole("button", { name: "本表其余 142 格填 0" });
  await fill.click();
  const undo = page.getByRole("button", { name: "撤销填 0（142 格）" });
  await expect(undo).toBeFocused();
  await expect(cell(page, `${granted}，自然人`)).toHaveValue("0");
  await expect(cell(page, `${received}，自然人`)).toHaveValue("6");
  await undo.click();
  await expect(fill).toBeFocused();
  await expect(cell(page, `${granted}，自然人`)).toHaveValue("");
  await expect(cell(page, `${received}，商业企业`)).toHaveValue("1024");
  await expectSaved(page);
}

/** 一＋二＝三（七）＋四 of each column, and the finding that says where it does not hold. */
async function balance(page: Page) {
  const sides = page.getByRole("row", { name: /^勾稽关系/ }).getByRole("cell");
  await expect(sides.nth(0)).toHaveText("未填完");
  await page.getByRole("button", { name: "本表其余 142 格填 0" }).click();
  await expect(sides.nth(0)).toHaveText(/^差 6/);
  await expect(sides.nth(2)).toHaveText("平");
  await expect(page.getByRole("link", { name: /表三「自然人」列勾稽关系不平/ })).toBeVisible();

  await type(page, `${granted}，自然人`, "6");
  await expect(total(page, "concluded.naturalPerson")).toHaveText("6");
  await expect(sides.nth(0)).toHaveText("平");
  await expect(sides.nth(1)).toHaveText(/^差 1024/);
  await expect(sides.nth(6)).toHaveText(/^差 1024/);
  await expect(page.getByRole("link", { name: /表三「自然人」列勾稽关系不平/ })).toBeHidden();
  await expectSaved(page);
  await expectAccessible(page);
}

async function type(page: Page, name: string, text: string) {
  await cell(page, name).fill(text);
  await cell(page, name).press("Tab");
}

function cell(page: Page, name: string) {
  return page.getByRole("textbox", { name, exact: true });
}

function total(page: Page, key: string) {
  return page.locator(`[id="cell-applications-${key}"]`);
}
