import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { fillReport, newReport, store } from "@/tests/support/page-report";
import { charactersIn } from "@/tests/support/pdf-text";
import { settledParagraphs, wordParagraphs } from "@/tests/support/word-text";

const YEAR = 2045;
const sentence = "下一步逐条核对答复时限。";

test("two 稿 are taken to a meeting as Word and PDF", async ({ browser }) => {
  const page = await loginAs(browser, "jyj.clerk");
  const id = await newReport(page, YEAR);
  await fillReport(page, id);
  await keep(page, id, "初稿");
  await store(page, id, "problems", { paragraphs: [sentence] });
  await keep(page, id, "局务会稿");

  await page.goto(`/desk/reports/${id}/history`);
  await expect(page.getByText("带去开会")).toHaveCount(0);
  await page.getByLabel("原稿").selectOption("1");
  await page.getByLabel("新稿").selectOption("2");
  await page.getByRole("button", { name: "比较" }).click();
  await expect(page.getByRole("heading", { name: "带去开会" })).toBeVisible();
  await expectAccessible(page);

  const changes = await take(page, "修改对照表 Word");
  expect(changes.name).toBe(`灋河回族区教育局${YEAR}年度报告修改对照表（第1稿至第2稿）.docx`);
  const rows = await wordParagraphs(changes.bytes);
  expect(rows).toEqual(expect.arrayContaining(["原文", "修改后", "说明", sentence]));
  for (const link of ["修改对照表 PDF", "花脸稿 PDF", "清稿 PDF"]) {
    const { bytes } = await take(page, link);
    for (const character of sentence) expect(charactersIn(bytes)).toContain(character);
  }
  const marked = (await take(page, "花脸稿 Word")).bytes;
  expect(await settledParagraphs(marked, "accept")).toContain(sentence);
  expect(await settledParagraphs(marked, "reject")).not.toContain(sentence);
  const clean = await take(page, "清稿 Word");
  expect(clean.name).toBe(`灋河回族区教育局${YEAR}年度报告清稿（第2稿）.docx`);
  expect(await wordParagraphs(clean.bytes)).toContain(sentence);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByLabel("新稿").selectOption("1");
  await page.getByRole("button", { name: "比较" }).click();
  await expect(page.getByText("第 1 稿与第 1 稿完全一致。")).toBeVisible();
  await expect(page.getByText("带去开会")).toHaveCount(0);
});

/** 命名留存 of the text as it stands. */
async function keep(page: Page, id: string, name: string) {
  const { version } = await (await page.request.get(`/api/v1/reports/${id}`)).json();
  const data = { name, version };
  const answer = await page.request.post(`/api/v1/reports/${id}/revisions`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
}

async function take(page: Page, link: string) {
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const download = await arriving;
  const bytes = new Uint8Array(readFileSync(await download.path()));
  return { name: download.suggestedFilename(), bytes };
}
