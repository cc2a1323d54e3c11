import { expect, type Locator, type Page, test } from "@playwright/test";
import { shown } from "@/components/reports/tables/table-form";
import { format2021 } from "@/lib/format/2021";
import { typedCells } from "@/lib/format/cells";
import type { TableKey } from "@/lib/format/format";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { paste } from "@/tests/support/clipboard";
import { pastedText } from "@/tests/support/pasted-text";

const { values } = pastedText();
const keys: TableKey[] = ["proactive", "applications", "disputes"];

test("two hundred cells by keyboard alone, and the same by one paste for each table", async ({
  browser,
}) => {
  expect(keys.flatMap((key) => format2021.tables[key].cells)).toHaveLength(200);
  const page = await loginAs(browser, "jyj.clerk");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openBlank(page, 2031);
  for (const key of keys) await typeByKeyboard(page, key);
  await expectAllStored(page);
  await readAsHeard(page);
  await expectAccessible(page);
  const copies = [];
  for (const key of keys) copies.push(await copyWhole(page, key));

  await openBlank(page, 2032);
  for (const [at, key] of keys.entries()) await pasteWhole(page, key, copies[at] ?? "");
  await expectAllStored(page);
});

test("a block with faults is named cell by cell, taken back in one act, and copied in part", async ({
  browser,
}) => {
  const page = await loginAs(browser, "jyj.clerk");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openBlank(page, 2033);
  const table = tableOf(page, "applications");
  const first = cell(page, "applications", "otherRest.naturalPerson");
  await first.fill("8");
  await paste(page, first, "1\t6件\n5\t3\n\u202e2\t4");

  const refused = page.getByRole("list", { name: "没有填入" }).getByRole("listitem");
  await expect(refused).toHaveText([
    "「3.其他」行「商业企业」列（“6件”）：只能填写数字，不带单位和文字",
    /「四、结转下年度继续办理」行「自然人」列（“�2”）/,
  ]);
  await expect(page.getByRole("list", { name: /与系统计算/ }).getByRole("listitem")).toHaveText([
    /「（七）总计」行「自然人」列：粘贴内容是“5”，系统计算为 1/,
    /「（七）总计」行「商业企业」列：粘贴内容是“3”，系统计算为 空白/,
  ]);
  await expectAccessible(page);
  await expect(cell(page, "applications", "carriedOut.business")).toHaveValue("4");
  await first.press("Control+z");
  await expect(first).toHaveValue("8");
  await expect(cell(page, "applications", "carriedOut.business")).toHaveValue("");
  await first.press("Control+z");
  await expect(first).toHaveValue("");
  await first.press("Control+y");
  await first.press("Control+y");
  await expect(first).toHaveValue("1");

  await first.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+c");
  expect(await clipboard(page)).toBe("1\t\n1\t\n\t4\n");

  await paste(page, first, "永".repeat(1_000_000));
  await expect(page.getByRole("status").filter({ hasText: "没有填入任何一格" })).toBeVisible();

  await first.press("?");
  const notes = page.getByRole("dialog", { name: "3.其他" });
  await expect(notes).toContainText("申请人撤回申请");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(first).toBeFocused();
  await cell(page, "applications", "granted.business").press("F1");
  await expect(page.getByRole("dialog")).toContainText("《条例》第三十六条第（一）项");
  await page.keyboard.press("Escape");
  await expect(table.getByRole("rowheader", { name: "3.其他", exact: true })).toBeVisible();
});

test("a table of a web page is laid in by its merged cells", async ({ browser }) => {
  const page = await loginAs(browser, "jyj.clerk");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openBlank(page, 2034);
  const rows = [
    "<tr><td colspan=4>第二十条第（五）项</td></tr>",
    "<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>",
    "<tr><td>行政许可</td><td colspan=3>１２</td></tr>",
    "<tr><td colspan=4>第二十条第（六）项</td></tr>",
    "<tr><td>行政处罚</td><td colspan=3>1,024</td></tr>",
  ];
  const html = `<p>公开</p><table><img src=x onerror="window.ran=1">${rows.join("")}</table>`;
  await paste(page, cell(page, "proactive", "licences"), "12 1024", html);
  await expect(cell(page, "proactive", "licences")).toHaveValue("12");
  await expect(cell(page, "proactive", "penalties")).toHaveValue("1024");
  await expect(page.getByText("粘贴：填入 2 格，没有填入 0 格。")).toBeVisible();
  expect(await page.evaluate("window.ran")).toBeUndefined();
});

test("last year's value stands beside each cell when it is asked for", async ({ browser }) => {
  const page = await loginAs(browser, "sfj.clerk");
  await page.getByRole("link", { name: /^开始填报（2025/ }).click();
  await page.getByRole("button", { name: "空白" }).click();
  const received = cell(page, "applications", "received.naturalPerson");
  await expect(received).not.toHaveAccessibleDescription(/上年/);
  const section = page.getByRole("region", { name: "表三" });
  await section.getByRole("button", { name: "上年数" }).press("Enter");
  await expect(received).toHaveAccessibleDescription(/上年 4/);
  await expectAccessible(page);
});

/** A new report of 教育局, opened as a blank form. */
async function openBlank(page: Page, year: number) {
  const data = { bureau: "jyj", year, scope: "own" };
  const made = await page.request.post("/api/v1/reports", { data });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  await page.goto(`/desk/reports/${id}`);
  await page.getByRole("button", { name: "空白" }).click();
}

function tableOf(page: Page, key: TableKey): Locator {
  return page.getByRole("table", { name: format2021.tables[key].name });
}

function cell(page: Page, table: TableKey, key: string): Locator {
  return page.locator(`[id="cell-${table}-${key}"]`);
}

/** Tab along a row, Enter down, Ctrl+Home back: as in a spreadsheet, and nothing but keys. */
async function typeByKeyboard(page: Page, key: TableKey) {
  const cells = typedCells(format2021.tables[key]);
  await cell(page, key, cells[0]?.key ?? "").focus();
  for (const { key: place } of cells) {
    await page.keyboard.type(shown(values[key][place]));
    await page.keyboard.press("Tab");
  }
  await cell(page, key, cells.at(-1)?.key ?? "").focus();
  await page.keyboard.press("Control+Home");
  await expect(cell(page, key, cells[0]?.key ?? "")).toBeFocused();
}

async function expectAllStored(page: Page) {
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  await page.reload();
  for (const key of keys) {
    const { cells } = format2021.tables[key];
    const expected = Object.fromEntries(cells.map((c) => [c.key, shown(values[key][c.key])]));
    await expect.poll(() => valuesOnPage(page, key)).toEqual(expected);
  }
}

/** Every value of a table as it stands on the page, computed ones included. */
function valuesOnPage(page: Page, key: TableKey): Promise<Record<string, string>> {
  const prefix = `cell-${key}-`;
  return page.locator(`:is(input, td)[id^="${prefix}"]`).evaluateAll((places, start) => {
    const textOf = (place: Element) =>
      place instanceof HTMLInputElement ? place.value : (place.textContent ?? "");
    return Object.fromEntries(places.map((place) => [place.id.slice(start.length), textOf(place)]));
  }, prefix);
}

/** Row, column and value of every cell, as the tree of a screen reader has them. */
async function readAsHeard(page: Page) {
  for (const key of keys) {
    const tree = await tableOf(page, key).ariaSnapshot();
    const boxes = [...tree.matchAll(/ cell "(.+)":\n +- textbox "(.+)": "\1"/g)];
    const heard = boxes.map(([, value, name]) => [name, value]);
    const typed = typedCells(format2021.tables[key]);
    const written = typed.map((c) => [`${c.row}，${c.column}`, shown(values[key][c.key])]);
    expect(heard).toEqual(written);
  }
  const table = tableOf(page, "applications");
  const name = "（一）予以公开，自然人";
  const value = shown(values.applications["granted.naturalPerson"]);
  await expect(table.getByRole("textbox", { name, exact: true })).toHaveValue(value);
  await expect(table.getByRole("textbox", { name, exact: true })).toHaveAccessibleDescription(
    "手工填写",
  );
  await expect(table.getByRole("rowheader", { name: "（一）予以公开", exact: true })).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "自然人", exact: true })).toBeVisible();
}

async function copyWhole(page: Page, key: TableKey): Promise<string> {
  const section = page.getByRole("region", { name: format2021.tables[key].name });
  await section.getByRole("button", { name: "复制整表" }).click();
  await expect(section.getByRole("status").filter({ hasText: "已复制" })).toBeVisible();
  return clipboard(page);
}

async function pasteWhole(page: Page, key: TableKey, text: string) {
  const table = format2021.tables[key];
  await paste(page, cell(page, key, table.cells[0]?.key ?? ""), text);
  const section = page.getByRole("region", { name: table.name });
  const filled = `粘贴：填入 ${typedCells(table).length} 格，没有填入 0 格。`;
  await expect(section.getByText(filled)).toBeVisible();
  await expect(section.getByRole("list", { name: /与系统计算/ })).toBeHidden();
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
