import type { CellKey } from "@/lib/format/format";

export type Texts = Record<CellKey, string>;

/** One act: the texts of the cells before it and after it. */
interface Edit {
  before: Texts;
  after: Texts;
}

/** What was done in a table, to be taken back and done again. */
export interface EditHistory {
  past: Edit[];
  future: Edit[];
  /** The last act is still being typed: the next letter in the same cell belongs to it. */
  open: boolean;
}

export const emptyHistory: EditHistory = { past: [], future: [], open: false };

const MAX_EDITS = 300;

/** Adds an act; letters typed into one cell are one act. What changes nothing is not one. */
export function record(history: EditHistory, edit: Edit, typing = false): EditHistory {
  const cells = Object.keys(edit.after).filter((cell) => edit.before[cell] !== edit.after[cell]);
  const [cell] = cells;
  if (!cell) return history;
  const last = history.past.at(-1);
  const joins = typing && history.open && last && Object.keys(last.after).join() === cell;
  const added = joins
    ? { before: last.before, after: pick(edit.after, cells) }
    : { before: pick(edit.before, cells), after: pick(edit.after, cells) };
  const past = joins ? history.past.slice(0, -1) : history.past;
  return { past: [...past, added].slice(-MAX_EDITS), future: [], open: typing };
}

/** The person left the cell: what follows is another act. */
export function close(history: EditHistory): EditHistory {
  return history.open ? { ...history, open: false } : history;
}

export interface Step {
  history: EditHistory;
  /** What to put into the cells. */
  texts: Texts;
  /** Cells that somebody has changed since then; they stay as they are. */
  kept: CellKey[];
}

type IsStill = (cell: CellKey, text: string) => boolean;

/** Takes the last act back; null without one. */
export function undo({ past, future }: EditHistory, isStill: IsStill): Step | null {
  const edit = past.at(-1);
  if (!edit) return null;
  const history = { past: past.slice(0, -1), future: [...future, edit], open: false };
  return { history, ...step(edit.after, edit.before, isStill) };
}

/** Does again what was taken back last; null without. */
export function redo({ past, future }: EditHistory, isStill: IsStill): Step | null {
  const edit = future.at(-1);
  if (!edit) return null;
  const history = { past: [...past, edit], future: future.slice(0, -1), open: false };
  return { history, ...step(edit.before, edit.after, isStill) };
}

function step(from: Texts, to: Texts, isStill: IsStill): Omit<Step, "history"> {
  const cells = Object.keys(to);
  const free = cells.filter((cell) => isStill(cell, from[cell] ?? ""));
  return { texts: pick(to, free), kept: cells.filter((cell) => !free.includes(cell)) };
}

function pick(texts: Texts, cells: CellKey[]): Texts {
  return Object.fromEntries(cells.map((cell) => [cell, texts[cell] ?? ""]));
}
