import { expect, type Page, test } from "@playwright/test";
import { expectSaved, loginAs, openBlankReport } from "@/tests/support/browser";
import { cell, expectKept, expectSaving, storedSection } from "@/tests/support/page-report";

test("what was typed a moment before leaving is there on return", async ({ browser }) => {
  const page = await loginAs(browser, "sfj.clerk");
  await openBlankReport(page, 2021);
  const address = page.url();

  await withoutNetwork(page);
  await theWayBack(page, address);
  await signingOut(page);

  const again = await loginAs(browser, "sfj.clerk");
  await again.goto(address);
  await expect(preface(again)).toHaveValue("断网时写的。后退前写的。退出前写的。");
});

test("notes and cells that an untouched report lost the network with are in its form again", async ({
  browser,
}) => {
  const page = await loginAs(browser, "jyj.clerk");
  const context = page.context();
  const created = await page.request.post("/api/v1/reports", {
    data: { bureau: "jyj", year: 2009 },
  });
  const { id } = await created.json();
  await page.goto(`/desk/reports/${id}`);
  await page.getByRole("button", { name: "空白" }).click();
  await expect(cell(page, "notes")).toBeEditable();
  await context.setOffline(true);
  await cell(page, "carriedIn.research").fill("9");
  await cell(page, "notes").fill("断网时写的说明。");
  await expectSaving(page, "未保存，离线");
  await expectKept(page, "断网时写的说明。");
  await page.close({ runBeforeUnload: false });

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`/desk/reports/${id}`);
  await expect(cell(again, "notes")).toHaveValue("断网时写的说明。");
  await expectSaving(again, "已保存");
  const stored = await storedSection(again, id, "applications");
  expect(stored).toMatchObject({
    cells: { "carriedIn.research": 9 },
    notes: ["断网时写的说明。"],
  });
  await expectKept(again, null);
  await context.close();
});

/** It says that it is not saved, and saves by itself once the network is back. */
async function withoutNetwork(page: Page) {
  await page.context().setOffline(true);
  await preface(page).fill("断网时写的。");
  const status = page.getByRole("status", { name: "保存状态" });
  await expect(status).toHaveText("未保存，离线");
  await page.context().setOffline(false);
  await expectSaved(page);
}

/** Held until the save is answered; the way forward shows the words, not the blank beginning. */
async function theWayBack(page: Page, address: string) {
  await append(page, "后退前写的。");
  await page.evaluate(() => window.history.back());
  const shelf = page.getByRole("heading", { name: "年度报告", exact: true, level: 1 });
  await expect(shelf).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL(address);
  await expect(preface(page)).toHaveValue("断网时写的。后退前写的。");
}

async function signingOut(page: Page) {
  await append(page, "退出前写的。");
  await page.getByRole("button", { name: "退出" }).click();
  await expect(page.getByRole("button", { name: "登录" })).toBeVisible();
}

async function append(page: Page, words: string) {
  await preface(page).press("Control+End");
  await preface(page).pressSequentially(words);
}

function preface(page: Page) {
  return page.getByRole("textbox", { name: "编制说明", exact: true });
}
