import { createHash } from "node:crypto";
import { type Act, mustSend } from "@/tests/bench/load";
import type { Site } from "@/tests/bench/site";

/** The longest section: 175 cells, some 5 KB as text. */
const key = "applications";

/** Reads a report as a client of the API does: sections, round, what may be done. */
export function reading({ url, headers }: Site, id: string): Act {
  return async () => (await mustSend(`${url}/api/v1/reports/${id}`, { headers })).ms;
}

export function readingFloor(url: string, id: string): Act {
  return async () => (await mustSend(`${url}/read?report=${id}&key=${key}`)).ms;
}

/** Saves a cell, to another value each time, under the version that the last save answered. */
export async function saving(site: Site, id: string): Promise<Act> {
  const address = `${site.url}/api/v1/reports/${id}`;
  const { body } = await mustSend(address, { headers: site.headers });
  let { version } = JSON.parse(body.toString()).sections[key];
  let value = 1000;
  return async () => {
    value += 1;
    const answer = await mustSend(`${address}/sections/${key}`, {
      method: "PATCH",
      headers: { ...site.headers, "if-match": `"${version}"` },
      body: { cells: { "received.naturalPerson": value } },
    });
    version = JSON.parse(answer.body.toString()).version;
    return answer.ms;
  };
}

/** Writes a row of the same size, with another number in it each time. */
export async function savingFloor(url: string, report: string): Promise<Act> {
  const { body } = await mustSend(`${url}/read?report=${report}&key=${key}`);
  const { content } = JSON.parse(body.toString());
  let value = 1000;
  return async () => {
    value += 1;
    const changed = content.replace(/"naturalPerson":\d+/, `"naturalPerson":${value}`);
    const hash = createHash("sha256").update(changed).digest("hex");
    const sent = { method: "PATCH", body: { report, key, hash, content: changed } };
    return (await mustSend(`${url}/write`, sent)).ms;
  };
}
