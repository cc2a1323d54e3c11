import { expect, type Locator, type Page } from "@playwright/test";
import { justice2024 } from "@/prisma/seed/texts";

/** Reports through the API with the session of a page. */

interface StoredSection {
  version: number;
  paragraphs?: string[];
  cells?: Record<string, unknown>;
}

const names = { jyj: "教育局", sfj: "司法局" };

/** A new report whose title stands, so that its form is open at once. */
export async function newReport(
  page: Page,
  year: number,
  bureau: keyof typeof names = "jyj",
): Promise<string> {
  const data = { bureau, year };
  const answer = await page.request.post("/api/v1/reports", { data });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = await answer.json();
  await store(page, id, "title", {
    paragraphs: [`灋河回族区${names[bureau]}${year}年政府信息公开工作年度报告`],
  });
  return id;
}

/** The rest of the demonstration text, every warning explained: nothing stands against 送审. */
export async function fillReport(page: Page, id: string): Promise<void> {
  const { title: _, ...prose } = justice2024.prose;
  for (const [key, paragraphs] of Object.entries(prose)) await store(page, id, key, { paragraphs });
  for (const [key, cells] of Object.entries(justice2024.cells))
    await store(page, id, key, { cells });
  const { findings } = await (await page.request.get(`/api/v1/reports/${id}/findings`)).json();
  for (const { tier, fingerprint } of findings) {
    if (tier !== "warn") continue;
    const path = `/api/v1/reports/${id}/findings/${encodeURIComponent(fingerprint)}/explanation`;
    const answer = await page.request.put(path, { data: { reason: "已核实无误" } });
    expect(answer.status(), await answer.text()).toBeLessThan(300);
  }
}

/** Stores a section as it is meant to be from now on. */
export async function store(page: Page, id: string, key: string, data: object): Promise<void> {
  const { version } = await storedSection(page, id, key);
  const headers = { "If-Match": `"${version}"` };
  const answer = await page.request.patch(`/api/v1/reports/${id}/sections/${key}`, {
    data,
    headers,
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** A section as the server has it. */
export async function storedSection(page: Page, id: string, key: string): Promise<StoredSection> {
  const answer = await page.request.get(`/api/v1/reports/${id}`);
  return (await answer.json()).sections[key];
}

export async function openForm(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/reports/${id}`);
  await expect(prose(page, "problems")).toBeEditable();
}

/** A cell of 表三. */
export function cell(page: Page, key: string): Locator {
  return page.locator(`[id="cell-applications-${key}"]`);
}

export function prose(page: Page, key: string): Locator {
  return page.locator(`[id="text-${key}"]`);
}

const columns = ["naturalPerson", "business", "research", "charity", "legalService", "otherBody"];

/** Types 1, 2, 3… into a row as a person does, cell by cell. */
export async function typeRow(page: Page, row: string): Promise<void> {
  for (const [i, column] of columns.entries()) {
    await cell(page, `${row}.${column}`).focus();
    await page.keyboard.type(String(i + 1));
  }
}

/** The same numbers on the page and on the server. */
export async function expectRow(page: Page, id: string, row: string): Promise<void> {
  for (const [i, column] of columns.entries()) {
    await expect(cell(page, `${row}.${column}`)).toHaveValue(String(i + 1));
  }
  const { cells } = await storedSection(page, id, "applications");
  expect(columns.map((column) => cells?.[`${row}.${column}`])).toEqual([1, 2, 3, 4, 5, 6]);
}

export async function expectSaving(page: Page, words: string): Promise<void> {
  await expect(page.getByRole("status", { name: "保存状态" })).toHaveText(words);
}

/** What this browser keeps of unsaved text, as words to look in. */
export async function expectKept(page: Page, words: string | null): Promise<void> {
  const read = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open("nianbaotai", 1);
          opening.onsuccess = () => {
            const rows = opening.result.transaction("unsaved").objectStore("unsaved").getAll();
            rows.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(rows.result));
            };
          };
        }),
    );
  if (words === null) await expect.poll(read).toBe("[]");
  else await expect.poll(read).toContain(words);
}
