import type { CellValue, SectionKey, TableKey } from "@/lib/format/format";

/**
 * What an imported text printed and the form does not take over: it stays
 * beside the content, outside the hash, and the rules on totals and form judge
 * it until a person settles it (采用计算值).
 */
export interface PrintedSource {
  /** Printed values of computed cells: 总计, （七）总计. Null is a blank cell. */
  totals: Partial<Record<TableKey, Record<string, CellValue>>>;
  /** Deviations of the tables from the official layout: 缺“总计”列. */
  layout: { table: TableKey; problem: string }[];
  /** Part headings as printed, in printed order. */
  headings: string[];
}

/** A place in an imported text that was not understood, or not with certainty. */
export interface Doubt {
  where: { section: SectionKey | null; cell: string | null; line: number };
  /** The text as it stands in the source. */
  raw: string;
  /** In Chinese: why it is in doubt and what to do. */
  reason: string;
}
