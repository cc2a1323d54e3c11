import { expect, type Page } from "@playwright/test";

/** Plans through the API with the session of a page. */

async function listed(page: Page): Promise<{ id: string; name: string }[]> {
  return (await (await page.request.get("/api/v1/plans")).json()).items;
}

export async function standardPlanId(page: Page): Promise<string> {
  const found = (await listed(page)).find(({ name }) => name === "标准三审三校");
  if (!found) throw new Error("No standard plan");
  return found.id;
}

/** A published plan of the bureau like the standard one, whose reviewers may change the text. */
export async function editablePlan(page: Page, bureau: string, name: string): Promise<string> {
  const from = await standardPlanId(page);
  const made = await page.request.post("/api/v1/plans", { data: { bureau, from, name } });
  expect(made.status(), await made.text()).toBe(201);
  const { id, version, definition } = await made.json();
  for (const step of definition.stages.flatMap((stage: { steps: object[] }) => stage.steps)) {
    step.mayEdit = step.kind === "review";
  }
  const headers = { "If-Match": `"${version}"` };
  const saved = await page.request.put(`/api/v1/plans/${id}`, { data: definition, headers });
  expect(saved.status(), await saved.text()).toBe(200);
  const published = await page.request.post(`/api/v1/plans/${id}/versions`, {
    headers: { "If-Match": `"${(await saved.json()).version}"` },
  });
  expect(published.status(), await published.text()).toBe(201);
  return id;
}

export async function choosePlan(page: Page, id: string, bureau: string): Promise<void> {
  const answer = await page.request.put(`/api/v1/plans/${id}/choice`, { data: { bureau } });
  expect(answer.ok(), await answer.text()).toBe(true);
}
