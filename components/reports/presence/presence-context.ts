import { createContext, useContext, useSyncExternalStore } from "react";
import type { Presence } from "@/components/reports/presence/presence";
import type { PersonHere } from "@/lib/reports/presence/schema";

export const PresenceContext = createContext<Presence | null>(null);

const nobody: PersonHere[] = [];

/**
 * One thing about the people who are here; the component is drawn again only when that changes.
 * `select` returns a plain value, or the people themselves.
 */
export function usePeopleHere<T>(select: (people: PersonHere[]) => T): T {
  const presence = useContext(PresenceContext);
  if (!presence) throw new Error("Outside of a page that people are on");
  return useSyncExternalStore(
    presence.subscribe,
    () => select(presence.people()),
    () => select(nobody),
  );
}
