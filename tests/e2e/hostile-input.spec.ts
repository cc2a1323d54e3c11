import { expect, type Page, test } from "@playwright/test";
import { loginAs } from "@/tests/support/browser";
import { paste, pasteRaw } from "@/tests/support/clipboard";
import {
  cell,
  expectSaving,
  newReport,
  openForm,
  prose,
  storedSection,
} from "@/tests/support/page-report";

/** Five megabytes each, as they are sent. */
const huge = {
  line: "永".repeat(1_750_000),
  lines: "永\n".repeat(1_300_000),
  blank: "\n".repeat(5_000_000),
  controls: "\u0001\u202e".repeat(1_300_000),
};

test("whatever is pasted into a report, the page says no in words and goes on", async ({
  browser,
}) => {
  const page = await loginAs(browser, "sfj.clerk");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const faults = watchFaults(page);
  const id = await newReport(page, 2049, "sfj");
  await openForm(page, id);
  await prose(page, "problems").fill("原来的一段。");

  for (const text of Object.values(huge)) {
    await paste(page, prose(page, "problems"), text);
    await expect(prose(page, "problems")).toHaveAccessibleDescription(/没有粘贴：一个部分最多/);
    await paste(page, cell(page, "received.business"), text);
    await expect(page.getByRole("status").filter({ hasText: "没有填入任何一格" })).toBeVisible();
  }
  await expect(prose(page, "problems")).toHaveValue("原来的一段。");
  await prose(page, "problems").press("Control+End");
  await page.keyboard.type("又一句。");
  await expect(prose(page, "problems")).not.toHaveAccessibleDescription(/没有粘贴/);

  const nested = ["<table><tr><td>".repeat(60_000), "<a><div>".repeat(200_000)];
  for (const html of nested) await pasteRaw(cell(page, "received.business"), html);
  await cell(page, "received.business").fill("3");

  await refuseUnseen(page);
  await expectSaving(page, "已保存");
  const stored = await storedSection(page, id, "problems");
  expect(stored.paragraphs).toEqual(["原来的一段。又一句。"]);

  await page.goto(`/desk/reports/${id}/import`);
  const text = page.getByLabel("来稿全文");
  for (const whole of Object.values(huge)) {
    await paste(page, text, whole);
    await expect(text).toHaveAccessibleDescription(/没有粘贴：来稿有 \d+ [行字]/);
    await expect(text).toHaveValue("");
  }
  await text.fill(`一、总体情况\n\u202e反写\u0007的\ud83d字\n${"\u0001".repeat(9999)}`);
  await page.getByRole("button", { name: "读取" }).click();
  await expect(page.getByText(/已删去/).first()).toBeVisible();
  expect(faults).toEqual([]);
  await page.context().close();
});

/** Characters that nobody sees: each is named where it stands, kept as typed, and not stored. */
async function refuseUnseen(page: Page) {
  for (const [text, reason] of [
    ["甲\u202e乙", /第 2 个字符是看不见的控制字符（U\+202E）/],
    ["5\u200f 6", /U\+200F/],
    ["甲\u0007", /U\+0007/],
    ["甲\ud83d乙", /半个代理对/],
  ] as const) {
    // Half a character has no way here but a script.
    await prose(page, "other").evaluate((field, typed) => {
      if (!(field instanceof HTMLTextAreaElement)) return;
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(
        field,
        typed,
      );
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, text);
    await expect(prose(page, "other")).toHaveAccessibleDescription(reason);
    await expectSaving(page, "未保存");
  }
  await prose(page, "other").fill("");
}

test("a report with hundreds of long quotes opens and is talked about as any other", async ({
  browser,
}) => {
  const page = await loginAs(browser, "sfj.clerk");
  const faults = watchFaults(page);
  const id = await newReport(page, 2051, "sfj");
  await openForm(page, id);
  // The same everywhere: the hardest text to find a place in.
  const text = "永".repeat(20_000);
  await prose(page, "problems").fill(text);
  await expectSaving(page, "已保存");
  for (let at = 0; at < 120; at++) {
    const quote = { text: text.slice(0, 500), paragraph: 0, start: at * 16 };
    const data = { section: "problems", quote, words: `第 ${at + 1} 条` };
    const answer = await page.request.post(`/api/v1/reports/${id}/threads`, { data });
    expect(answer.status(), await answer.text()).toBe(201);
  }
  await page.getByRole("button", { name: "打开批注" }).click();
  const said = page.getByRole("list", { name: "往来" });
  await expect(said).toHaveCount(20);
  for (const count of [40, 60, 80, 100, 120]) {
    await page.getByRole("button", { name: "显示更多" }).click();
    await expect(said).toHaveCount(count);
  }
  await cell(page, "received.business").fill("3");
  await expectSaving(page, "已保存");
  expect(faults).toEqual([]);
  await page.context().close();
});

/** Errors that the page did not foresee, and answers that the server did not. */
function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("crash", () => faults.push("crash"));
  page.on("response", (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`);
  });
  return faults;
}
