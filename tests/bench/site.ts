import { justice2024 } from "@/prisma/seed/texts";
import { mustSend } from "@/tests/bench/load";

/** The demonstration's. */
const password = "Demo-2025!";

/** A signed-in client of the API at an address. */
export interface Site {
  url: string;
  headers: Record<string, string>;
}

export async function openSite(url: string, account: string): Promise<Site> {
  const sent = { method: "POST", body: { account, password } };
  const { body } = await mustSend(`${url}/api/v1/tokens`, sent, 201);
  return { url, headers: { authorization: `Bearer ${JSON.parse(body.toString()).token}` } };
}

/** New drafts of a bureau, one a year, with the demonstration text typed in; answers their ids. */
export async function makeReports(
  { url, headers }: Site,
  bureau: string,
  years: number[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const year of years) {
    const sent = { method: "POST", headers, body: { bureau, year } };
    const { body } = await mustSend(`${url}/api/v1/reports`, sent, 201);
    ids.push(JSON.parse(body.toString()).id);
  }
  for (const id of ids) await fill({ url, headers }, id);
  return ids;
}

async function fill({ url, headers }: Site, id: string): Promise<void> {
  const changes = [
    ...Object.entries(justice2024.prose).map(([key, paragraphs]) => ({
      key,
      body: { paragraphs },
    })),
    ...Object.entries(justice2024.cells).map(([key, cells]) => ({ key, body: { cells } })),
  ];
  for (const { key, body } of changes) {
    const sent = { method: "PATCH", headers: { ...headers, "if-match": '"1"' }, body };
    await mustSend(`${url}/api/v1/reports/${id}/sections/${key}`, sent);
  }
}

/** 送审, under its own title and with every warning explained. */
export async function submitReport({ url, headers }: Site, id: string): Promise<void> {
  const address = `${url}/api/v1/reports/${id}`;
  const read = async (path = "") =>
    JSON.parse((await mustSend(`${address}${path}`, { headers })).body.toString());
  const { year, sections } = await read();
  const paragraphs = [`灋河回族区司法局${year}年政府信息公开工作年度报告`];
  await mustSend(`${address}/sections/title`, {
    method: "PATCH",
    headers: { ...headers, "if-match": `"${sections.title.version}"` },
    body: { paragraphs },
  });
  const { findings } = await read("/findings");
  for (const { fingerprint } of findings.filter((one: { tier: string }) => one.tier === "warn")) {
    const sent = { method: "PUT", headers, body: { reason: "已核实无误" } };
    const path = `/findings/${encodeURIComponent(fingerprint)}/explanation`;
    await mustSend(`${address}${path}`, sent, 204);
  }
  const { version } = await read();
  const body = { event: "submit", version };
  await mustSend(`${address}/events`, { method: "POST", headers, body });
}

/** The cookie that a browser gets when this person signs in. */
export async function signIn(url: string, account: string): Promise<string> {
  const first = await mustSend(`${url}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(first.body.toString());
  const sent = {
    method: "POST",
    headers: { cookie: cookiesOf(first.headers["set-cookie"]) },
    body: { account, password, csrfToken },
  };
  const answer = await mustSend(`${url}/api/auth/callback/credentials`, sent, 302);
  return cookiesOf(answer.headers["set-cookie"]);
}

function cookiesOf(set: string | string[] | undefined): string {
  return [set ?? []]
    .flat()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
