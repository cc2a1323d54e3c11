/**
 * What a statutory report format is made of. A version of the format is data
 * (see `2021.ts`); the form, the checks, importers, exporters and the public
 * page are driven by it.
 */

export type SectionKey =
  | "title"
  | "preface"
  | "overview.lead"
  | "overview.proactive"
  | "overview.applications"
  | "overview.management"
  | "overview.platforms"
  | "overview.supervision"
  | "proactive"
  | "applications"
  | "disputes"
  | "problems"
  | "other"
  | "signoff";

export type TableKey = "proactive" | "applications" | "disputes";

/** `received.naturalPerson`, `licences`, `feesWan`: see `CellFormat.key`. */
export type CellKey = string;

/** A count (件) is a whole number, a fee (万元) a decimal string; blank is null and never zero. */
export type CellValue = number | string | null;

export type Cells = Record<CellKey, CellValue>;

export type CellKind = "count" | "fee";

export interface CellFormat {
  key: CellKey;
  kind: CellKind;
  unit: "件" | "万元";
  /** Row and column as a person would say them: 「新收」行「自然人」列. */
  row: string;
  column: string;
  /** Cells that this one is the sum of; a computed cell is never typed. */
  sumOf?: CellKey[];
}

/** One drawn cell of the official table: a head with text, or a place for a value. */
export interface LayoutCell {
  text?: string;
  cell?: CellKey;
  scope?: "row" | "col" | "rowgroup" | "colgroup";
  colSpan?: number;
  rowSpan?: number;
}

export interface TableFormat {
  key: TableKey;
  /** 表二, 表三, 表四, as the field calls them. */
  name: string;
  caption: string;
  columns: number;
  /** Rows of heads that stand above the values and stay in view. */
  headRows: LayoutCell[][];
  bodyRows: LayoutCell[][];
  cells: CellFormat[];
}

export interface SectionFormat {
  key: SectionKey;
  kind: "prose" | "table";
  /** Name on the screen: 主动公开, 表三. */
  label: string;
  /** Printed above the content: （一）主动公开. Null where nothing is printed. */
  heading: string | null;
  optional: boolean;
}

/** One of the six parts, or what stands before and after them (heading null). */
export interface PartFormat {
  heading: string | null;
  /** Other wordings of the heading that the issuing document itself uses. */
  alternatives: string[];
  sections: SectionFormat[];
}

export interface ReportFormat {
  version: string;
  source: string;
  parts: PartFormat[];
  tables: Record<TableKey, TableFormat>;
}

/** Every section of a format in printed order. */
export function sectionsOf(format: ReportFormat): SectionFormat[] {
  return format.parts.flatMap((part) => part.sections);
}

export function isTableKey(key: string): key is TableKey {
  return key === "proactive" || key === "applications" || key === "disputes";
}
