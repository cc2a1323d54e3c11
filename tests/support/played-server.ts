import { vi } from "vitest";
import {
  createSaveQueue,
  type SaveQueue,
  type SaveResult,
  type SaveState,
} from "@/components/reports/saving/save-queue";
import type { SectionPatch, SectionText } from "@/components/reports/saving/section-text";

interface Sent {
  patch: SectionPatch;
  ifMatch: number;
  answer: (result: SaveResult) => Promise<void>;
}

export const sent: Sent[] = [];
export const states: SaveState[] = [];
export const adopted: SectionText[] = [];

/** Before each test. */
export function forget(): void {
  for (const list of [sent, states, adopted]) list.length = 0;
}

/** A queue before a server that the test plays itself: it answers when it is told to. */
export function begin(text: SectionText, version = 1): SaveQueue {
  return createSaveQueue({
    text,
    version,
    send: (patch, ifMatch) =>
      new Promise((resolve) => {
        const answer = async (result: SaveResult) => {
          resolve(result);
          await vi.advanceTimersByTimeAsync(0);
        };
        sent.push({ patch, ifMatch, answer });
      }),
    onState: (state) => states.push(state),
    onAdopt: (now) => adopted.push(now),
  });
}

export const stored = (version: number, merged?: SectionText): SaveResult => ({
  kind: "stored",
  answer: { version, merged },
});
export const lost: SaveResult = { kind: "unanswered" };
export const prose = (...paragraphs: string[]): SectionText => ({ paragraphs });
export const cells = (values: Record<string, number | null>, ...notes: string[]): SectionText => ({
  cells: values,
  notes,
});
export const state = () => states.at(-1)?.kind;
export const pause = () => vi.advanceTimersByTimeAsync(800);

/** The request of that number, from 0; fails the test where none was sent. */
export function request(no: number): Sent {
  const found = sent[no];
  if (!found) throw new Error(`Only ${sent.length} requests were sent`);
  return found;
}
