import type { ApiResult } from "@/components/reports/api-client";
import type { SectionText } from "@/components/reports/saving/section-text";

export interface Conflict {
  /** Cell keys, `paragraphs`, or the `notes` under a table. */
  places: string[];
  /** What is stored now. */
  theirs: SectionText;
  version: number;
}

export interface SaveAnswer {
  version: number;
  /** What the text has become, where this window had not seen all of it. */
  merged?: SectionText | undefined;
}

export type SaveResult =
  | { kind: "stored"; answer: SaveAnswer }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "refused"; code: string; reasons: string[] }
  | { kind: "unanswered" };

/** What an answer of the API means for the queue. `read` turns a stored content into text. */
export function saveResult(
  answer: ApiResult<{ version: number; merged?: unknown }>,
  read: (content: unknown) => SectionText,
): SaveResult {
  if (answer.ok) {
    const { version, merged } = answer.data;
    return { kind: "stored", answer: { version, merged: merged ? read(merged) : undefined } };
  }
  const { status, code, reasons, extra } = answer;
  if (status === 0 || status === 429 || status >= 500) return { kind: "unanswered" };
  const { theirs, places, version } = extra;
  if (code === "CONFLICT" && theirs && Array.isArray(places) && typeof version === "number") {
    const named = places.map(String);
    return { kind: "conflict", conflict: { places: named, theirs: read(theirs), version } };
  }
  return { kind: "refused", code, reasons };
}
