import { vi } from "vitest";
import type { KeptText, SentSave } from "@/components/reports/saving/kept-text";
import type { SaveResult } from "@/components/reports/saving/save-answer";
import { createSaveQueue } from "@/components/reports/saving/save-queue";
import type { SaveQueue, SaveState } from "@/components/reports/saving/save-state";
import type { SectionText } from "@/components/reports/saving/section-text";

interface Sent extends SentSave {
  answer: (result: SaveResult) => Promise<void>;
}

export const sent: Sent[] = [];
export const states: SaveState[] = [];
export const adopted: SectionText[] = [];
/** What the queue had kept, the newest at the end. */
export const kept: (KeptText | null)[] = [];
/** What it said is stored, with the versions. */
export const told: [SectionText, number][] = [];
let orders = 0;

/** Before each test. */
export function forget(): void {
  for (const list of [sent, states, adopted, kept, told]) list.length = 0;
  orders = 0;
}

/** A queue before a server that the test plays itself: it answers when it is told to. */
export function begin(text: SectionText, version = 1): SaveQueue {
  return createSaveQueue({
    text,
    version,
    nextOrder: () => {
      orders += 1;
      return `w ${orders}`;
    },
    send: (save) =>
      new Promise((resolve) => {
        const answer = async (result: SaveResult) => {
          resolve(result);
          await vi.advanceTimersByTimeAsync(0);
        };
        sent.push({ ...save, answer });
      }),
    onState: (state) => states.push(state),
    onAdopt: (now) => adopted.push(now),
    onKeep: (now) => kept.push(now),
    onStored: (now, at) => told.push([now, at]),
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
