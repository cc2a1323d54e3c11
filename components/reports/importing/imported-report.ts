/** The report that a text is imported into. */
export interface ImportedReport {
  id: string;
  /** Version of the statutory format. */
  format: string;
  /** Somebody has already written something. */
  hasContent: boolean;
}
