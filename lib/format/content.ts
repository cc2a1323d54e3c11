import { format2021 } from "@/lib/format/2021";
import { cellFormat, withTotals } from "@/lib/format/cells";
import {
  type Cells,
  type CellValue,
  isTableKey,
  type ReportFormat,
  type SectionFormat,
  type SectionKey,
  sectionsOf,
  type TableKey,
} from "@/lib/format/format";

/** What a section holds: prose as typed, paragraph by paragraph, or a table with all its cells. */
export type SectionContent =
  | { kind: "prose"; paragraphs: string[] }
  | { kind: "table"; cells: Cells; notes: string[] };

export type Sections = Record<SectionKey, SectionContent>;

export type Scope = "own" | "area";

/** Which report it is; hashed together with the sections. */
export interface ReportIdentity {
  format: string;
  /** Bureau code. */
  bureau: string;
  year: number;
  scope: Scope;
}

export type Nested = { [key: string]: CellValue | Nested };

/** A report as JSON: the same in the snapshot, the API and the JSON export. */
export interface ReportContent extends ReportIdentity {
  sections: Partial<Record<SectionKey, string[]>>;
  tables: Record<TableKey, Nested>;
  notes?: Partial<Record<TableKey, string[]>>;
}

const formats = new Map([["2021", format2021]]);

/** @throws Error for a version that this program does not know. */
export function getFormat(version: string): ReportFormat {
  const format = formats.get(version);
  if (!format) throw new Error(`Unknown report format ${version}`);
  return format;
}

export function findSection(format: ReportFormat, key: string): SectionFormat | undefined {
  return sectionsOf(format).find((section) => section.key === key);
}

/** A section with nothing in it: no paragraph, every cell blank. */
export function emptySection(format: ReportFormat, section: SectionFormat): SectionContent {
  return isTableKey(section.key)
    ? { kind: "table", cells: withTotals(format.tables[section.key], {}), notes: [] }
    : { kind: "prose", paragraphs: [] };
}

export function emptySections(format: ReportFormat): Sections {
  return Object.fromEntries(
    sectionsOf(format).map((section) => [section.key, emptySection(format, section)]),
  ) as Sections;
}

export function paragraphsOf(sections: Sections, key: SectionKey): string[] {
  const section = sections[key];
  return section.kind === "prose" ? section.paragraphs : section.notes;
}

export function cellsOf(sections: Sections, key: TableKey): Cells {
  const section = sections[key];
  return section.kind === "table" ? section.cells : {};
}

/** `received.naturalPerson: 6` becomes `{received: {naturalPerson: 6}}`. */
export function nestCells(cells: Cells): Nested {
  const nested: Nested = {};
  for (const [key, value] of Object.entries(cells)) {
    const dot = key.indexOf(".");
    if (dot < 0) nested[key] = value;
    else {
      const head = key.slice(0, dot);
      const row = (nested[head] ?? {}) as Nested;
      row[key.slice(dot + 1)] = value;
      nested[head] = row;
    }
  }
  return nested;
}

/** The reverse of `nestCells`; keys that the table does not have are left out. */
export function flattenCells(format: ReportFormat, table: TableKey, nested: Nested): Cells {
  const flat: Cells = {};
  const walk = (prefix: string, level: Nested) => {
    for (const [key, value] of Object.entries(level)) {
      const path = prefix + key;
      if (value !== null && typeof value === "object") walk(`${path}.`, value);
      else if (cellFormat(format.tables[table], path)) flat[path] = value;
    }
  };
  walk("", nested);
  return flat;
}

/** The report as the JSON that the API, the snapshot and the export share. */
export function toContent(identity: ReportIdentity, sections: Sections): ReportContent {
  const prose: ReportContent["sections"] = {};
  const tables = {} as ReportContent["tables"];
  const notes: NonNullable<ReportContent["notes"]> = {};
  for (const { key } of sectionsOf(getFormat(identity.format))) {
    const section = sections[key];
    if (section.kind === "prose") prose[key] = section.paragraphs;
    else if (isTableKey(key)) {
      tables[key] = nestCells(section.cells);
      if (section.notes.length) notes[key] = section.notes;
    }
  }
  const { format, bureau, year, scope } = identity;
  return {
    format,
    bureau,
    year,
    scope,
    sections: prose,
    tables,
    ...(Object.keys(notes).length > 0 && { notes }),
  };
}

/** Sections out of the shared JSON; totals are computed again, what is absent is blank. */
export function fromContent(content: ReportContent): Sections {
  const format = getFormat(content.format);
  const sections = emptySections(format);
  for (const { key } of sectionsOf(format)) {
    if (isTableKey(key)) {
      const typed = flattenCells(format, key, content.tables[key] ?? {});
      const notes = content.notes?.[key] ?? [];
      sections[key] = { kind: "table", cells: withTotals(format.tables[key], typed), notes };
    } else {
      sections[key] = { kind: "prose", paragraphs: content.sections[key] ?? [] };
    }
  }
  return sections;
}
