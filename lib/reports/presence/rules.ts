import type { PersonHere } from "@/lib/reports/presence/schema";

/** How long a window counts after it last spoke: one of its calls may be lost. */
export const GONE_MS = 40_000;

/** A window of somebody, as the database holds it. */
export interface OpenWindow {
  userId: string;
  name: string;
  section: string | null;
  /** ISO time. */
  seenAt: string;
}

/** The people of these windows, each once, by name: who writes in one window and reads in others writes. */
export function peopleIn(windows: OpenWindow[]): PersonHere[] {
  const people = new Map<string, OpenWindow>();
  const latestLast = windows.toSorted(
    (a, b) =>
      Number(a.section !== null) - Number(b.section !== null) ||
      Date.parse(a.seenAt) - Date.parse(b.seenAt),
  );
  for (const window of latestLast) people.set(window.userId, window);
  const { compare } = new Intl.Collator("zh");
  return [...people.values()]
    .map(({ name, section }) => ({ name, section }))
    .sort((a, b) => compare(a.name, b.name));
}

/** 王晓梅、李建国: who writes in a section, as words; empty when nobody does. */
export function writersIn(people: PersonHere[], section: string): string {
  return people
    .filter((person) => person.section === section)
    .map(({ name }) => name)
    .join("、");
}
