import { z } from "zod";
import { format2021 } from "@/lib/format/2021";
import { type SectionKey, sectionsOf, type TableKey } from "@/lib/format/format";

/** Small schemas that many answers share. */

export const instant = z.iso.datetime({ offset: true });
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
const scope = z.enum(["own", "area"]);
export const sectionKey = z.enum(namesOf<SectionKey>(sectionsOf(format2021).map(({ key }) => key)));
export const tableKey = z.enum(
  namesOf<TableKey>(Object.values(format2021.tables).map((t) => t.key)),
);

/** A count, a fee as typed, or null for a blank. */
export const cellValue = z.union([z.int(), z.string(), z.null()]);
export const cells = z.record(z.string(), cellValue);

/** Which report it is. */
export const identity = {
  bureau: z.string(),
  year: z.int(),
  scope,
};

function namesOf<T extends string>(keys: T[]): [T, ...T[]] {
  return keys as [T, ...T[]];
}
