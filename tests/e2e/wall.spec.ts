import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";

/** An address of the right shape that no report has. */
const absent = "00000000-0000-7000-8000-000000000000";

const pages = (id: string) => [
  `/desk/reports/${id}`,
  `/desk/reports/${id}/import`,
  `/desk/reports/${id}/preview`,
  `/desk/reports/${id}/history`,
  `/desk/reports/${id}/history?from=1&to=1`,
  `/desk/reports/${id}/publish`,
  `/desk/reports/${id}/record`,
  `/desk/reviews/${id}`,
  `/desk/reviews/${id}?tab=findings`,
];

const calls = (id: string): [string, string, unknown?][] => [
  ["GET", `/api/v1/reports/${id}`],
  ["GET", `/api/v1/reports/${id}/findings`],
  ["GET", `/api/v1/reports/${id}/revisions`],
  ["GET", `/api/v1/reports/${id}/revisions/1`],
  ["GET", `/api/v1/reports/${id}/diff?from=1&to=1`],
  ["GET", `/api/v1/reports/${id}/history`],
  ["GET", `/api/v1/reports/${id}/record`],
  ["GET", `/api/v1/reports/${id}/files/report.pdf`],
  ["GET", `/api/v1/reports/${id}/files/review-record.pdf`],
  ["GET", `/api/v1/reports/${id}/files/report.json`],
  ["PATCH", `/api/v1/reports/${id}/sections/other`, { paragraphs: ["改"] }],
  ["PUT", `/api/v1/reports/${id}/presence`, { window: "w1", section: null }],
  ["DELETE", `/api/v1/reports/${id}/presence?window=w1`],
  ["POST", `/api/v1/reports/${id}/events`, { event: "pass", version: 1 }],
  ["POST", `/api/v1/reports/${id}/import?apply=true`, "一、总体情况"],
  ["DELETE", `/api/v1/reports/${id}/source`],
];

test("another bureau's report answers as one that is not there", async ({ browser }) => {
  const owner = await loginAs(browser, "jyj.clerk");
  const id = await reportOf(owner);
  const stranger = await loginAs(browser, "sfj.review1");

  for (const [index, path] of pages(id).entries()) {
    const reference = pages(absent)[index] ?? "";
    expect(await look(stranger, path), path).toEqual(await look(stranger, reference));
  }
  await expect(stranger.getByRole("main").getByRole("link").first()).toHaveText("回到工作台");
  await expectAccessible(stranger);

  for (const [index, call] of calls(id).entries()) {
    const answer = await ask(stranger, call);
    expect(answer.status, call.join(" ")).toBe(404);
    expect(answer, call.join(" ")).toEqual(await ask(stranger, calls(absent)[index] ?? call));
  }

  await stranger.goto("/desk/reports");
  await expect(stranger.getByText("灋河回族区司法局").first()).toBeVisible();
  await expect(stranger.getByText("教育局")).toHaveCount(0);
  await nothingForThePublic(stranger);
});

test("an address of no page leads a visitor to what is public", async ({ page }) => {
  const response = await page.goto("/no/such/page");
  expect(response?.status()).toBe(404);
  const ways = page.getByRole("main").getByRole("link");
  await expect(ways).toHaveText(["回到首页", "查看已公开的年度报告", "工作台"]);
  await expectAccessible(page);
  await ways.first().click();
  await expect(page).toHaveURL(/\/$/);
});

/** The report that 教育局 has in review; its own people do read it. */
async function reportOf(owner: Page): Promise<string> {
  await owner.goto("/desk/reports?year=2025");
  const link = owner.getByRole("link", { name: "2025 年度报告", exact: true });
  const id = (await link.getAttribute("href"))?.split("/").pop() ?? "";
  expect((await ask(owner, ["GET", `/api/v1/reports/${id}`])).status).toBe(200);
  expect((await owner.goto(`/desk/reports/${id}`))?.status()).toBe(200);
  return id;
}

/** Before it is published the public finds no trace of it. */
async function nothingForThePublic(page: Page) {
  for (const file of ["", "/report.pdf", "/report.json", "/v/1"]) {
    const answer = await ask(page, ["GET", `/reports/jyj/2025${file}`]);
    expect(answer.status, file).toBe(404);
    expect(answer, file).toEqual(await ask(page, ["GET", `/reports/nobody/2025${file}`]));
  }
  const listed = await ask(page, ["GET", "/api/public/v1/reports?bureau=jyj"]);
  expect(JSON.parse(listed.body).items).toEqual([]);
}

/** What a person gets to see of a page. */
async function look(page: Page, path: string) {
  const response = await page.goto(path);
  await expect(page.getByRole("heading", { name: "没有找到", level: 1 })).toBeVisible();
  const words = await page.getByRole("main").textContent();
  return { status: response?.status(), title: await page.title(), words };
}

/** A call as the browser of the signed-in person makes it; the report's own address left out. */
async function ask(page: Page, [method, path, body]: [string, string, unknown?]) {
  const answer = await page.evaluate(
    async ({ method, path, body }) => {
      const isText = typeof body === "string";
      const type = isText ? "text/plain" : "application/json";
      const response = await fetch(path, {
        method,
        headers: body === undefined ? {} : { "Content-Type": type, "If-Match": '"1"' },
        body: body === undefined ? null : isText ? body : JSON.stringify(body),
      });
      const kind = response.headers.get("content-type");
      return { status: response.status, kind, body: await response.text() };
    },
    { method, path, body },
  );
  const own = path.split("/").find((part) => /^[0-9a-f-]{36}$/.test(part)) ?? "-";
  return { ...answer, body: answer.body.replaceAll(own, "…") };
}
