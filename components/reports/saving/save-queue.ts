import { type KeptText, revive, type SentSave } from "@/components/reports/saving/kept-text";
import type { Conflict, SaveAnswer, SaveResult } from "@/components/reports/saving/save-answer";
import {
  clashes,
  patchBetween,
  patchesBetween,
  rebase,
  type SectionText,
  sameLines,
  withPatch,
  withPlaces,
} from "@/components/reports/saving/section-text";

/** Where a section's text is between this window and the server. */
export type SaveState =
  | { kind: "saved" }
  /** Typed, and not sent yet. */
  | { kind: "waiting" }
  | { kind: "saving" }
  /** No answer came; it is sent again by itself. */
  | { kind: "offline" }
  /** The server said no: it stays here until something is done about it. */
  | { kind: "refused"; code: string; reasons: string[] }
  /** Somebody else changed the same place: the person chooses. */
  | { kind: "conflict"; conflict: Conflict };

export interface SaveQueueOptions {
  text: SectionText;
  version: number;
  send: (save: SentSave) => Promise<SaveResult>;
  /** The place of the next save among those of this window. */
  nextOrder: () => string;
  onState: (state: SaveState) => void;
  /** The text here changed by what others stored. */
  onAdopt: (text: SectionText) => void;
  /** What the server has not answered yet; null when nothing. */
  onKeep: (kept: KeptText | null) => void;
  /** The server holds this text under this version, and this window has seen all of it. */
  onStored: (text: SectionText, version: number) => void;
}

export interface SaveQueue {
  /** What the person has typed by now; it is sent a moment after the last key. */
  edit: (text: SectionText) => void;
  /** Sends what is left at once; true when all is stored, false when the server or a person must act. */
  flush: () => Promise<boolean>;
  /** Tries again: the network is back, or the person signed in again. */
  retry: () => void;
  /** Takes a newer stored text, where nothing typed here is in the way. */
  sync: (text: SectionText, version: number) => void;
  /** Ends a conflict: these places take what is stored, the others keep what was typed here. */
  resolve: (takeTheirs: string[]) => void;
  /** Goes on with what a closed window left; false while something of this window is unsaved. */
  restore: (kept: KeptText) => boolean;
  /** Sends nothing any more: the account has signed out. */
  stop: () => void;
  /** Gives up what the server refused. */
  discard: () => void;
}

const PAUSE_MS = 800;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Saves one section, one request at a time. A request without an answer is repeated word for word
 * until one comes, so that a save that did arrive is recognised and never taken for another
 * person's; what is typed meanwhile follows after it.
 */
export function createSaveQueue(options: SaveQueueOptions): SaveQueue {
  let { text: saved, version } = options;
  let wanted = saved;
  let request: { save: SentSave; text: SectionText } | null = null;
  let state: SaveState = { kind: "saved" };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let sending = false;
  let isStopped = false;
  let waiters: ((stored: boolean) => void)[] = [];

  function enter(next: SaveState) {
    if (next.kind !== state.kind || next.kind === "refused" || next.kind === "conflict") {
      state = next;
      options.onState(next);
    }
    if (next.kind === "saved") release(true);
    if (next.kind === "refused" || next.kind === "conflict") release(false);
  }

  function release(stored: boolean) {
    const released = waiters;
    waiters = [];
    for (const done of released) done(stored);
  }

  function keep() {
    // What was given up at signing out is not put back by an answer that comes after.
    if (isStopped) return;
    const typed = patchesBetween(request?.text ?? saved, wanted);
    const sent = request?.save ?? null;
    options.onKeep(sent || typed.length > 0 ? { version, sent, typed } : null);
  }

  function later(act: () => void, ms: number) {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  }

  function begin() {
    clearTimeout(timer);
    if (isStopped || request || state.kind === "conflict") return;
    const patch = patchBetween(saved, wanted);
    if (!patch) {
      keep();
      return enter({ kind: "saved" });
    }
    const save = { patch, ifMatch: version, order: options.nextOrder() };
    request = { save, text: withPatch(saved, patch) };
    keep();
    enter({ kind: "saving" });
    void attempt();
  }

  async function attempt() {
    if (isStopped || !request || sending) return;
    clearTimeout(timer);
    const sent = request;
    sending = true;
    const result = await options.send(sent.save);
    sending = false;
    if (result.kind === "unanswered") return waitForNetwork();
    request = null;
    failures = 0;
    if (result.kind === "stored") return store(sent, result.answer);
    keep();
    if (result.kind === "conflict") return enterConflict(result.conflict);
    enter(result);
  }

  /** The person chooses for every place that both changed, not only for those that were sent. */
  function enterConflict({ places, ...conflict }: Conflict) {
    const all = new Set([...places, ...clashes(saved, wanted, conflict.theirs)]);
    enter({ kind: "conflict", conflict: { ...conflict, places: [...all] } });
  }

  function waitForNetwork() {
    enter({ kind: "offline" });
    later(() => void attempt(), Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS));
    failures += 1;
  }

  function store(sent: { text: SectionText }, { version: now, merged }: SaveAnswer) {
    if (merged && !sameLines(sent.text, wanted)) {
      // Words under the person's hands are left alone. Their version stays behind what is stored,
      // so the server merges the next save with the others' words, and never writes over them.
      saved = sent.text;
    } else {
      const before = wanted;
      wanted = merged ? rebase(sent.text, wanted, merged) : wanted;
      saved = merged ?? sent.text;
      version = now;
      if (merged && patchBetween(before, wanted)) options.onAdopt(wanted);
      options.onStored(saved, version);
    }
    keep();
    if (!patchBetween(saved, wanted)) return enter({ kind: "saved" });
    if (waiters.length > 0) return begin();
    enter({ kind: "waiting" });
    later(begin, PAUSE_MS);
  }

  return {
    edit(text) {
      wanted = text;
      keep();
      if (state.kind === "refused" && state.code !== "INVALID") return;
      if (state.kind === "conflict") return enterConflict(state.conflict);
      if (request) return;
      enter({ kind: patchBetween(saved, wanted) ? "waiting" : "saved" });
      if (state.kind === "waiting") later(begin, PAUSE_MS);
      else clearTimeout(timer);
    },
    flush() {
      if (state.kind === "saved") return Promise.resolve(true);
      const waits = state.kind === "refused" || state.kind === "conflict";
      if (isStopped || waits) return Promise.resolve(false);
      const stored = new Promise<boolean>((done) => waiters.push(done));
      if (!request) begin();
      return stored;
    },
    retry() {
      if (request && state.kind === "offline") void attempt();
      else if (state.kind === "refused") begin();
    },
    sync(text, now) {
      if (state.kind !== "saved" || now <= version) return;
      const isNews = patchBetween(saved, text) !== null;
      saved = text;
      wanted = text;
      version = now;
      if (isNews) options.onAdopt(text);
    },
    resolve(takeTheirs) {
      if (state.kind !== "conflict") return;
      const { theirs, places, version: now } = state.conflict;
      const mine = places.filter((place) => !takeTheirs.includes(place));
      const before = wanted;
      wanted = withPlaces(rebase(saved, wanted, theirs), theirs, takeTheirs);
      wanted = withPlaces(wanted, before, mine);
      saved = theirs;
      version = now;
      state = { kind: "waiting" };
      if (patchBetween(before, wanted)) options.onAdopt(wanted);
      begin();
    },
    restore(kept) {
      if (state.kind !== "saved") return false;
      const before = wanted;
      const revived = revive(saved, kept);
      ({ saved, wanted } = revived);
      version = kept.version;
      state = { kind: "waiting" };
      if (patchBetween(before, wanted)) options.onAdopt(wanted);
      if (kept.sent) {
        request = { save: kept.sent, text: revived.sent };
        keep();
        enter({ kind: "saving" });
        void attempt();
      } else begin();
      return true;
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      release(false);
    },
    discard() {
      if (state.kind !== "refused") return;
      const before = wanted;
      wanted = saved;
      if (patchBetween(before, wanted)) options.onAdopt(wanted);
      keep();
      enter({ kind: "saved" });
    },
  };
}
