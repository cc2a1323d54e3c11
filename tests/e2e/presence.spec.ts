import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, loginAs } from "@/tests/support/browser";
import { cell, newReport, openForm, prose } from "@/tests/support/page-report";

const phone = { width: 390, height: 844 };

test("people see who else is here and where, until they leave or go quiet", async ({ browser }) => {
  const writer = await loginAs(browser, "jyj.clerk");
  const looker = await loginAs(browser, "jyj.clerk2");
  const name = await nameOf(writer);
  const id = await newReport(writer, 2043);
  await writer.clock.install();
  await looker.clock.install();
  await openForm(looker, id);
  await expect(peopleHere(looker)).toHaveCount(0);

  await openForm(writer, id);
  await write(writer, "applications", () => cell(writer, "received.naturalPerson").focus());
  await lookAgain(looker);
  await expectWriting(looker, name, "applications", "表三");
  await expectAccessible(looker);

  await write(writer, "problems", () => prose(writer, "problems").focus());
  await lookAgain(looker);
  await expectWriting(looker, name, "problems", "存在的主要问题及改进情况");
  await fitsOnPhone(looker, name);

  await notOneself(writer, id, name);
  await reader(writer, looker, id);
  await quiet(writer, looker, name);
  await close(writer, looker, name);
});

/** Own windows are nobody else; a colleague who only reads is told apart. */
async function notOneself(writer: Page, id: string, name: string) {
  const second = await writer.context().newPage();
  const noted = second.waitForResponse(isPresence("PUT"));
  await openForm(second, id);
  await noted;
  await expect(peopleHere(second)).toHaveCount(1);
  await expect(peopleHere(second)).not.toContainText(name);
  await expect(second.getByText("正在填写")).toHaveCount(0);
  const left = second.waitForResponse(isPresence("DELETE"));
  await second.getByRole("link", { name: "历史" }).click();
  await left;
  await second.close();
}

async function reader(writer: Page, looker: Page, id: string) {
  const browser = writer.context().browser();
  if (!browser) throw new Error("No browser");
  const reviewer = await loginAs(browser, "jyj.review1");
  const noted = reviewer.waitForResponse(isPresence("PUT"));
  await reviewer.goto(`/desk/reviews/${id}`);
  await noted;
  await expect(peopleHere(reviewer)).toContainText([await nameOf(writer), await nameOf(looker)]);
  await expectAccessible(reviewer);
  await lookAgain(looker);
  const words = `${await nameOf(reviewer)}（查看）`;
  await expect(peopleHere(looker).filter({ hasText: words })).toBeVisible();
  await reviewer.goto("/desk");
  await expectGone(looker, words);
}

/** Two minutes without a key or a pointer, by the clock of the writer's browser. */
async function quiet(writer: Page, looker: Page, name: string) {
  await expect(peopleHere(looker).filter({ hasText: name })).toBeVisible();
  const left = writer.waitForResponse(isPresence("DELETE"));
  await writer.clock.fastForward("02:30");
  await left;
  await lookAgain(looker);
  await expect(peopleHere(looker)).toHaveCount(0);
  await expect(looker.getByText("正在填写")).toHaveCount(0);
}

/** The next key brings the mark back; closing the window ends it at once. */
async function close(writer: Page, looker: Page, name: string) {
  await write(writer, "problems", () => writer.keyboard.press("ArrowRight"));
  await lookAgain(looker);
  await expectWriting(looker, name, "problems", "存在的主要问题及改进情况");
  await writer.close();
  await expectGone(looker, name);
  await expect(peopleHere(looker)).toHaveCount(0);
}

/** Sooner than by silence alone: the page that goes away says so. */
async function expectGone(looker: Page, words: string) {
  await expect(async () => {
    await lookAgain(looker);
    await expect(peopleHere(looker).filter({ hasText: words })).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
}

async function expectWriting(page: Page, name: string, section: string, label: string) {
  await expect(peopleHere(page).filter({ hasText: name })).toHaveText(`${name}（${label}）`);
  await expect(page.locator(`[id="section-${section}"]`)).toContainText(`${name}正在填写`);
  const contents = page.getByRole("navigation", { name: "目录" });
  await expect(contents.getByRole("link").filter({ hasText: "正在填写" })).toHaveAttribute(
    "href",
    `#section-${section}`,
  );
  await expect(page.getByRole("main").getByText(`${name}正在填写`)).toHaveCount(2);
  await expect(page.getByRole("status").filter({ hasText: "现在在这里" })).toContainText(name);
}

async function fitsOnPhone(page: Page, name: string) {
  const size = page.viewportSize();
  await page.setViewportSize(phone);
  await expect(peopleHere(page).filter({ hasText: name })).toBeInViewport();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  await expectAccessible(page);
  if (size) await page.setViewportSize(size);
}

function peopleHere(page: Page) {
  return page.getByRole("list", { name: "现在在这里" }).getByRole("listitem");
}

/** What a person does in a section, until the server knows. */
async function write(page: Page, section: string, act: () => Promise<void>) {
  const noted = page.waitForResponse(
    (answer) =>
      isPresence("PUT")(answer) && (answer.request().postData() ?? "").includes(`"${section}"`),
  );
  await act();
  await noted;
}

/** A pointer that moves, and the time until the page asks again. */
async function lookAgain(page: Page) {
  await page.mouse.move(Math.random() * 100, 300);
  const told = page.waitForResponse(isPresence("PUT"));
  await page.clock.fastForward(20_000);
  await told;
}

interface Answer {
  url: () => string;
  request: () => { method: () => string };
}

function isPresence(method: "PUT" | "DELETE") {
  return (answer: Answer) =>
    /\/presence(\?|$)/.test(answer.url()) && answer.request().method() === method;
}

async function nameOf(page: Page): Promise<string> {
  return (await (await page.request.get("/api/v1/me")).json()).name;
}
