import type { ReportIdentity, Sections } from "@/lib/format/content";
import type { CellValue } from "@/lib/format/format";

/** A report as it is handed to the printers: content, and under which publication it appears. */
export interface PrintedReport {
  identity: ReportIdentity;
  bureauName: string;
  sections: Sections;
  /** Null for the preview of a draft, which is marked as such. */
  publication: {
    /** Version as printed: 1.0. */
    label: string;
    publishedAt: Date;
    contentHash: string;
  } | null;
}

/** A value as printed; a blank cell stays empty and never becomes zero. */
export function printValue(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
