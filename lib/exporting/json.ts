import type { PrintedReport } from "@/lib/exporting/printed";
import { getFormat, type Sections, toContent } from "@/lib/format/content";
import type { ReportFormat } from "@/lib/format/format";
import { sectionHashes } from "@/lib/format/hash";

/**
 * The report as a JSON file in UTF-8: the shared content, and the facts of the
 * publication (null for a draft) with the hash of every section, out of which
 * anybody can compute the content hash again. Keys stand in the order of the
 * format, so the same report gives the same bytes wherever it was read from.
 */
export function renderJson({ identity, sections, publication }: PrintedReport): Uint8Array {
  const format = getFormat(identity.format);
  const content = toContent(identity, inFormatOrder(format, sections));
  const file = {
    ...content,
    publication: publication && {
      version: publication.label,
      publishedAt: publication.publishedAt.toISOString(),
      contentHash: publication.contentHash,
      sectionHashes: sectionHashes(format, sections),
    },
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

/** Sections read from stored canonical JSON have their cells in alphabetical order. */
function inFormatOrder(format: ReportFormat, sections: Sections): Sections {
  const ordered = { ...sections };
  for (const table of Object.values(format.tables)) {
    const section = sections[table.key];
    if (section.kind !== "table") continue;
    const cells = table.cells.map(({ key }) => [key, section.cells[key] ?? null] as const);
    ordered[table.key] = { ...section, cells: Object.fromEntries(cells) };
  }
  return ordered;
}
