import { z } from "zod";
import type { SectionContent } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import type { Clash } from "@/lib/reports/history/schema";
import type { Change } from "@/lib/reports/revisions/rules";

const slot = z.iso.datetime();

/** Which autosave: as the history names it. */
export const editQuery = z.strictObject({ section: z.string().max(60), by: z.uuid(), slot });
export type EditQuery = z.infer<typeof editQuery>;

const version = z.int().min(1);

/**
 * Which older text of a section comes back: what a person saved, or one of the two texts of a
 * clash. `version` is the section's, as the person saw it.
 */
export const sectionRestoreInput = z.union([
  z.strictObject({ version, by: z.uuid(), slot }),
  z.strictObject({ version, clash: z.uuid(), text: z.enum(["stored", "refused"]) }),
]);
export type SectionRestoreInput = z.infer<typeof sectionRestoreInput>;

/** What a person saved in a section, and what it changed. */
export interface EditText {
  section: SectionKey;
  who: string;
  at: Date;
  content: SectionContent;
  /** Whose text stood there before; a 稿 where one was made in between. Null for the first one. */
  before: { who: string; at: Date; revisionNo: number | null } | null;
  /** Against what stood there before; empty for the first one. */
  changes: Change[];
}

/** The report around an older text of a section. */
interface OldTextPage {
  bureauName: string;
  year: number;
  format: string;
  /** Version of the section now; null where the person may not write in it. */
  restorable: number | null;
}

export interface EditPage extends OldTextPage {
  edit: EditText;
  /** The section alone, as it is printed. */
  article: string;
  /** What would change if this text came back now. */
  ahead: Change[];
}

export interface ClashPage extends OldTextPage {
  who: string;
  at: Date;
  clash: Clash;
}
