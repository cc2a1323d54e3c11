import { revive, type SentSave } from "@/components/reports/saving/kept-text";
import type { Conflict, SaveAnswer } from "@/components/reports/saving/save-answer";
import type {
  Choice,
  SaveQueue,
  SaveQueueOptions,
  SaveRequest,
  SaveState,
} from "@/components/reports/saving/save-state";
import {
  clashes,
  differences,
  patchBetween,
  patchesBetween,
  patchOver,
  rebase,
  type SectionPatch,
  type SectionText,
  sameLines,
  withPatch,
  withPlaces,
} from "@/components/reports/saving/section-text";

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
  /** Of this window, what the server has refused in a conflict, and keeps. */
  let told = saved;
  let request: SaveRequest | null = null;
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
    told = saved;
    request = { save: saveOf(patch), text: withPatch(saved, patch) };
    start();
  }

  function saveOf(patch: SectionPatch): SentSave {
    return { patch, ifMatch: version, order: options.nextOrder() };
  }

  function start() {
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
    if (result.kind === "conflict") told = withPatch(told, sent.save.patch);
    if (result.kind === "conflict" && sent.choice) return choose(sent.choice);
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

  /**
   * Ends a conflict. What was typed after the server refused it, and is given up now, goes there
   * first: it refuses that too, and keeps it in the history.
   */
  function choose(choice: Choice) {
    const { conflict, takeTheirs, typed } = choice;
    const isTypedSince = differences(typed, wanted).some((place) => takeTheirs.includes(place));
    if (isTypedSince) return enterConflict(conflict);
    const known = withPlaces(saved, told, takeTheirs);
    const patch = patchBetween(known, withPlaces(saved, wanted, takeTheirs));
    if (!patch) return settle(choice);
    request = { save: saveOf(patchOver(saved, patch)), text: withPatch(saved, patch), choice };
    start();
  }

  function settle({ conflict: { theirs, places, version: now }, takeTheirs }: Choice) {
    const mine = places.filter((place) => !takeTheirs.includes(place));
    const before = wanted;
    wanted = withPlaces(rebase(saved, wanted, theirs), theirs, takeTheirs);
    wanted = withPlaces(wanted, before, mine);
    saved = theirs;
    version = now;
    state = { kind: "waiting" };
    if (patchBetween(before, wanted)) options.onAdopt(wanted);
    begin();
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
      if (state.kind === "conflict")
        choose({ conflict: state.conflict, takeTheirs, typed: wanted });
    },
    restore(kept) {
      if (state.kind !== "saved") return false;
      const before = wanted;
      const revived = revive(saved, kept);
      ({ saved, wanted } = revived);
      told = saved;
      version = kept.version;
      state = { kind: "waiting" };
      if (patchBetween(before, wanted)) options.onAdopt(wanted);
      if (kept.sent) {
        request = { save: kept.sent, text: revived.sent };
        start();
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
