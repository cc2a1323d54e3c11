import { z } from "zod";

/** Names a window among all that a person has open. */
const window = z.string().regex(/^[\w-]{1,40}$/, "应当是窗口标识。");

/** That a window is open on a report, and in which section its person writes. */
export const presenceInput = z.strictObject({
  window,
  section: z.string().max(100).nullable(),
});
export type PresenceInput = z.infer<typeof presenceInput>;

export const leavingQuery = z.strictObject({ window });

/** Somebody else who is here now. */
export interface PersonHere {
  name: string;
  /** Where the person writes; null for who only reads. */
  section: string | null;
}

export interface PresenceAnswer {
  people: PersonHere[];
}
