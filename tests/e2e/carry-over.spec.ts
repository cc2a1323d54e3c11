import { type Browser, expect, type Page, test } from "@playwright/test";
import { education2025 } from "@/prisma/seed/texts";
import { expectAccessible, loginAs } from "@/tests/support/browser";

const YEAR = 2041;
const checklist = "political law policy secrecy truthful lawful classified wording".split(" ");

test("a year begins with what the one before handed on, and with its promises", async ({
  browser,
}) => {
  await publishYear(browser, YEAR);
  const clerk = await loginAs(browser, "sfj.clerk");
  await openReport(clerk, "sfj", YEAR + 1);

  const carried = clerk.getByRole("textbox", { name: /^二、上年结转.*，自然人$/ });
  await expect(carried).toHaveValue("1");
  await expect(carried).toHaveAccessibleDescription(`自${YEAR}年度报告结转下年度带入`);
  await expect(clerk.locator("[data-carried]")).toHaveCount(6);
  await expect(clerk.getByText(/带角标的格自 2041 年度报告/)).toBeVisible();

  await carried.fill("4");
  await carried.blur();
  await expect(clerk.locator("[data-carried]")).toHaveCount(5);
  await expect(
    clerk.getByRole("link", { name: /列上年结转为4件，上年报告结转下年度为1件/ }),
  ).toBeVisible();
  await clerk.getByRole("button", { name: "上年结转按 2041 年度报告填（1 格）" }).click();
  await expect(carried).toHaveValue("1");
  await expect(clerk.getByRole("link", { name: /列上年结转为4件/ })).toHaveCount(0);
  // One act, however many cells it filled.
  await carried.fill("5");
  await clerk.getByRole("textbox", { name: /^二、上年结转.*，商业企业$/ }).fill("6");
  await clerk.getByRole("button", { name: "上年结转按 2041 年度报告填（2 格）" }).click();
  await clerk.getByRole("button", { name: "撤销", exact: true }).nth(1).click();
  await expect(carried).toHaveValue("5");
  await expect(clerk.getByRole("button", { name: /（2 格）$/ })).toBeVisible();
  await clerk.getByRole("button", { name: "重做", exact: true }).nth(1).click();
  await expect(carried).toHaveValue("1");

  await lookAtLastYear(clerk);
  await saved(clerk);
});

/** Last year's section five beside this year's: each promise leads to the field, none is copied. */
async function lookAtLastYear(clerk: Page) {
  const field = clerk.getByRole("textbox", { name: "存在的主要问题及改进情况" });
  await clerk.getByRole("button", { name: /^看上年.*存在的主要问题及改进情况/ }).click();
  const past = clerk.getByRole("region", { name: `${YEAR} 年度的这一部分` });
  await expect(past).toContainText("修订答复文书范本");
  await expect(field).toHaveValue("");
  await expect(past.getByText("（本年也有这一句）")).toHaveCount(0);
  await clerk.getByRole("button", { name: "去写第 1 项的落实情况" }).click();
  await expect(field).toBeFocused();
  const sentence = education2025.prose.problems?.[0]?.split("；")[0] ?? "";
  await clerk.keyboard.insertText(`${sentence}；`);
  await expect(past.getByText("（本年也有这一句）")).toHaveCount(1);
  await expectAccessible(clerk);
  await clerk.getByRole("button", { name: /^收起上年/ }).click();
  await expect(past).toBeHidden();
  await expect(field).toHaveValue(`${sentence}；`);
}

test("a bureau without last year's report types the one row of it", async ({ browser }) => {
  const clerk = await loginAs(browser, "jyj.clerk");
  await openReport(clerk, "jyj", 2023);
  await expect(clerk.getByText("这里没有已公布的 2022 年度报告，上年结转没有带入")).toBeVisible();
  await expect(clerk.getByRole("link", { name: "补录 2022 年度报告" })).toHaveAttribute(
    "href",
    "/desk/reports?year=2022",
  );
  await clerk.getByRole("button", { name: "只填上年表三第四项" }).click();
  const row = clerk.getByRole("group", { name: /2022 年度表三第四项/ });
  await row.getByLabel("自然人").fill("3");
  await row.getByLabel("商业企业").fill("两件");
  await row.getByRole("button", { name: "填入上年结转" }).click();
  await expect(row.getByText(/只能填写数字/)).toBeVisible();
  await expect(row.getByText("请填写，没有的填 0。")).toHaveCount(4);
  await expectAccessible(clerk);
  for (const name of ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]) {
    await row.getByLabel(name).fill("0");
  }
  await expect(row.getByText("请写明数字抄自哪里。")).toBeVisible();
  await row.getByLabel("出处").fill("2022 年度报告纸质存档件");
  await row.getByLabel("出处").press("Enter");
  await expect(row).toBeHidden();
  const stated = clerk.getByRole("textbox", { name: /^二、上年结转.*，自然人$/ });
  await expect(stated).toHaveValue("3");
  await expect(stated).toHaveAccessibleDescription("结转（自填）：按自填的2022年度结转数带入");
  await expect(clerk.locator("[data-carried]")).toHaveCount(6);
  await expect(
    clerk.getByText(/自填的 2022 年度结转数核对，出处：2022 年度报告纸质存档件/),
  ).toBeVisible();
  await expect(clerk.getByText(/上年结转没有/)).toHaveCount(0);
  await expectAccessible(clerk);
  await stated.fill("4");
  await expect(clerk.getByRole("link", { name: /自填的上年结转下年度为3件/ })).toBeVisible();
  await expect(clerk.locator("[data-carried]")).toHaveCount(5);
  await saved(clerk);
  await clerk.reload();
  await expect(stated).toHaveValue("4");
  await expect(clerk.getByRole("link", { name: /自填的上年结转下年度为3件/ })).toBeVisible();
  await clerk.getByRole("button", { name: "上年结转按自填的上年数填（1 格）" }).click();
  await expect(stated).toHaveValue("3");
  await saved(clerk);
});

test("where the report stands: complete sections, deadline, and a preview for paper", async ({
  browser,
}) => {
  const clerk = await loginAs(browser, "jyj.clerk");
  await openReport(clerk, "jyj", 2024);
  await expect(clerk.getByText(/^已完成 0 \/ \d+ 部分$/)).toBeVisible();
  await clerk.getByRole("textbox", { name: "监督保障" }).fill("每季度自查一次，接受群众监督。");
  await expect(clerk.getByText(/^已完成 1 \/ \d+ 部分$/)).toBeVisible();
  await saved(clerk);
  await clerk.getByRole("link", { name: "预览" }).click();
  await expect(clerk.getByRole("button", { name: "打印" })).toBeVisible();
  await clerk.emulateMedia({ media: "print" });
  await expect(clerk.getByRole("article")).toBeVisible();
  await expect(clerk.getByRole("button", { name: "打印" })).toBeHidden();
  await expect(clerk.getByRole("navigation")).toHaveCount(0);
});

async function saved(page: Page) {
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
}

/** Opens the report of a year, new, with its blank form. */
async function openReport(page: Page, bureau: string, year: number) {
  const { id } = await call(page, "POST", "/reports", { bureau, year });
  await page.goto(`/desk/reports/${id}`);
  await page.getByRole("button", { name: "空白" }).click();
}

/** A report that hands one case on, through all its levels; the screens have a test of their own. */
async function publishYear(browser: Browser, year: number) {
  const clerk = await loginAs(browser, "sfj.clerk");
  const { id } = await call(clerk, "POST", "/reports", { bureau: "sfj", year });
  const { prose, cells } = education2025;
  for (const [key, paragraphs] of Object.entries(prose)) {
    await call(clerk, "PATCH", `/reports/${id}/sections/${key}`, { paragraphs });
  }
  for (const [key, values] of Object.entries(cells)) {
    await call(clerk, "PATCH", `/reports/${id}/sections/${key}`, { cells: values });
  }
  const title = [`灋河回族区司法局${year}年政府信息公开工作年度报告`];
  await call(clerk, "PATCH", `/reports/${id}/sections/title`, { paragraphs: title }, 2);
  await act(clerk, id, { event: "submit" });
  for (const level of [1, 2, 3]) {
    const reviewer = await loginAs(browser, `sfj.review${level}`);
    await act(reviewer, id, { event: "pass", checklist });
  }
  await act(await loginAs(browser, "sfj.admin"), id, { event: "publish" });
}

async function act(page: Page, id: string, event: object) {
  const { version } = await call(page, "GET", `/reports/${id}`);
  await call(page, "POST", `/reports/${id}/events`, { version, ...event });
}

async function call(page: Page, method: string, path: string, data?: object, version = 1) {
  const headers = { "If-Match": `"${version}"` };
  const answer = await page.request.fetch(`/api/v1${path}`, { method, data, headers });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return answer.status() === 204 ? null : answer.json().catch(() => null);
}
