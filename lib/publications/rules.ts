import { paragraphsOf, type ReportIdentity, type Sections } from "@/lib/format/content";

/** Version of the next publication as printed: 1.0, then 1.1, 1.2. */
export function publicationLabel(last: { no: number } | null): string {
  return `1.${last?.no ?? 0}`;
}

/** Title in lists: the first line of the report's own, else the official model. */
export function titleOf(report: {
  identity: ReportIdentity;
  bureauName: string;
  sections: Sections;
}): string {
  const own = paragraphsOf(report.sections, "title").join("").trim();
  return own || `${report.bureauName}${report.identity.year}年政府信息公开工作年度报告`;
}

/** Address of a report's public page. */
export function publicPath(bureau: string, year: number, scope: "OWN" | "AREA"): string {
  return `/reports/${bureau}/${year}${scope === "AREA" ? "/area" : ""}`;
}
