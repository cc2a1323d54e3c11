import { GONE_MS } from "@/lib/reports/presence/rules";
import type { PersonHere } from "@/lib/reports/presence/schema";

/** How often a window says that its person is still here; the answer says who else is. */
export const PERIOD_MS = 20_000;
/** Without a key or a pointer for so long a person has gone quiet. */
export const QUIET_MS = 120_000;
/** Whoever goes through the sections by Tab is in none of them yet. */
const SETTLE_MS = 400;

/** Who else is here now, told by what this window says of its own person. */
export interface Presence {
  subscribe: (listener: () => void) => () => void;
  people: () => PersonHere[];
  /** The person did something: as cheap as can be, since it comes with every key. */
  touch: () => void;
  /** The person writes in a section; null for none. */
  enter: (section: string | null) => void;
  /** The person leaves; `touch` takes it up again. */
  end: () => void;
}

interface PresenceOptions {
  /** Says that this window is here; answers the others, null where no answer came. */
  note: (section: string | null) => Promise<PersonHere[] | null>;
  leave: () => void;
  /** A hidden window says nothing: who comes back to it soon was never gone. */
  isVisible: () => boolean;
  /** Milliseconds. */
  now: () => number;
}

export function createPresence({ note, leave, isVisible, now }: PresenceOptions): Presence {
  let people: PersonHere[] = [];
  let section: string | null = null;
  let touchedAt = now();
  let isHere = false;
  let calls = 0;
  let next: ReturnType<typeof setTimeout> | undefined;
  let fading: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function show(found: PersonHere[]) {
    if (JSON.stringify(found) === JSON.stringify(people)) return;
    people = found;
    for (const listener of listeners) listener();
  }

  async function tell() {
    clearTimeout(next);
    if (!isVisible()) {
      isHere = false;
      return;
    }
    if (now() - touchedAt >= QUIET_MS) return end();
    next = setTimeout(tell, PERIOD_MS);
    isHere = true;
    calls += 1;
    const call = calls;
    const found = await note(section);
    // A late answer says what is no longer so.
    if (!found || call !== calls) return;
    clearTimeout(fading);
    fading = setTimeout(show, GONE_MS, []);
    show(found);
  }

  function end() {
    clearTimeout(next);
    calls += 1;
    if (isHere) leave();
    isHere = false;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    people: () => people,
    touch() {
      touchedAt = now();
      if (!isHere) void tell();
    },
    enter(entered) {
      if (entered === section) return;
      section = entered;
      clearTimeout(next);
      next = setTimeout(tell, SETTLE_MS);
    },
    end,
  };
}
