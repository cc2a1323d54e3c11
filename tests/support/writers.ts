import type { Site } from "@/tests/support/site";

/** What one person changes again and again: nobody else touches it. */
export interface Place {
  token: string;
  section: string;
  /** A cell of a table; without one, the paragraphs of the section. */
  cell?: string;
}

/** A person who counts upwards in his place, and keeps what he was answered. */
export interface Writer extends Place {
  /** The last number whose save was answered 200. */
  saved: number;
  /** The last number that was sent: it may be stored without an answer. */
  tried: number;
  version: number;
  /** Answers that are neither 200 nor a server's failure. */
  refusals: string[];
}

/** Writers that begin with what the report holds now. */
export async function writersOf(site: Site, id: string, places: Place[]): Promise<Writer[]> {
  const report = await readReport(site, id, places[0]?.token ?? "");
  return places.map((place) => {
    const saved = numberIn(report, place);
    const { version } = report.sections[place.section] ?? { version: 1 };
    return { ...place, saved, tried: saved, version, refusals: [] };
  });
}

/** Saves one number after the other until the site answers no more. */
export async function writeUntilKilled(site: Site, id: string, writer: Writer): Promise<void> {
  for (;;) {
    writer.tried = writer.saved + 1;
    const answer = await save(site, id, writer).catch(() => null);
    if (!answer || answer.status >= 500) return;
    if (answer.status !== 200) {
      writer.refusals.push(`${answer.status} ${await answer.text()}`);
      return;
    }
    writer.saved = writer.tried;
    const stored = await answer.json().catch(() => null);
    if (!stored) return;
    writer.version = stored.version;
  }
}

function save(site: Site, id: string, writer: Writer): Promise<Response> {
  const { token, section, cell, saved, tried, version } = writer;
  const body = cell
    ? { cells: { [cell]: tried }, base: { [cell]: saved || null } }
    : { paragraphs: paragraphs(tried), base: paragraphs(saved) };
  return fetch(`${site.url}/api/v1/reports/${id}/sections/${section}`, {
    method: "PATCH",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "if-match": `"${version}"`,
    },
    body: JSON.stringify(body),
  });
}

function paragraphs(count: number): string[] {
  return count === 0 ? [] : [`这一段写到第${count}遍。`];
}

interface ReadReport {
  sections: Record<
    string,
    { version: number; paragraphs?: string[]; cells?: Record<string, number> }
  >;
}

export async function readReport(site: Site, id: string, token: string): Promise<ReadReport> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${site.url}/api/v1/reports/${id}`, { headers });
  if (answer.status !== 200) throw new Error(`GET ${id}: ${answer.status}`);
  return answer.json();
}

/** The number that stands in a writer's place; 0 when it is blank. */
export function numberIn(report: ReadReport, { section, cell }: Place): number {
  const stored = report.sections[section];
  if (cell) return stored?.cells?.[cell] ?? 0;
  return Number(/第(\d+)遍/.exec(stored?.paragraphs?.join() ?? "")?.[1] ?? 0);
}
