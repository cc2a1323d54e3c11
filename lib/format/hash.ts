import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import {
  nestCells,
  type ReportIdentity,
  type SectionContent,
  type Sections,
} from "@/lib/format/content";
import { type ReportFormat, type SectionKey, sectionsOf } from "@/lib/format/format";

/** Canonical JSON (RFC 8785): the text that is stored and hashed. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("A value without JSON form cannot be hashed");
  return text;
}

/** SHA-256 of a text in UTF-8, or of bytes, in lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** The text of a section that is stored and hashed. */
export function canonicalSection(section: SectionContent): string {
  return section.kind === "prose"
    ? canonical({ paragraphs: section.paragraphs })
    : canonical({ cells: nestCells(section.cells), notes: section.notes });
}

/** Hash of each section in printed order, out of what it holds. */
export function sectionHashes(
  format: ReportFormat,
  sections: Sections,
): Record<SectionKey, string> {
  const hashes = sectionsOf(format).map(({ key }) => [
    key,
    sha256(canonicalSection(sections[key])),
  ]);
  return Object.fromEntries(hashes);
}

/** Hash of the whole report (校验码) out of the hashes of its sections. */
export function contentHash(identity: ReportIdentity, sections: Record<string, string>): string {
  const { format, bureau, year, scope } = identity;
  return sha256(canonical({ format, bureau, year, scope, sections }));
}
