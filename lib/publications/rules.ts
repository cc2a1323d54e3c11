import { paragraphsOf, type ReportIdentity, type Sections } from "@/lib/format/content";
import type { ReportScope } from "@/prisma/generated/enums";

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
export function publicPath(bureau: string, year: number, scope: ReportScope): string {
  return `/reports/${bureau}/${year}${scope === "AREA" ? "/area" : ""}`;
}

/** Address of one version, which shows the same for ever. */
export function versionPath(reportPath: string, no: number): string {
  return `${reportPath}/v/${no}`;
}

/** The parts of a public address as a URL brings them: only a wish. */
export interface AddressWish {
  bureau: string;
  year: string;
  scope: ReportScope;
  /** Number of a version; without it the newest. */
  no?: string;
}

export interface PublishedAddress {
  bureau: string;
  year: number;
  scope: ReportScope;
  no: number | undefined;
}

/** Null for what no address can be; such a thing answers as one that does not exist. */
export function parseAddress({ bureau, year, scope, no }: AddressWish): PublishedAddress | null {
  const isAddress =
    isPlain(bureau) && /^\d{4}$/.test(year) && (no === undefined || /^[1-9]\d{0,5}$/.test(no));
  return isAddress ? { bureau, year: Number(year), scope, no: no ? Number(no) : undefined } : null;
}

/** Whether a text from a URL may be looked up: short, and without control characters. */
export function isPlain(text: string): boolean {
  return /^\P{C}{1,40}$/u.test(text);
}
