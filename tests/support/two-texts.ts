import fc from "fast-check";
import type { Handout } from "@/lib/exporting/handout";
import { withTotals } from "@/lib/format/cells";
import { cellsOf, getFormat, paragraphsOf, type Sections } from "@/lib/format/content";
import { type Cells, isTableKey, sectionsOf } from "@/lib/format/format";
import { printedReport } from "@/tests/support/printed-report";

export const format = getFormat("2021");
/** A text with something in every section. */
export const before = printedReport().sections;

/** `before` with other paragraphs or notes and with other cells, by section. */
export function edited(
  prose: Record<string, string[]>,
  cells: Record<string, Cells> = {},
): Sections {
  const changed = sectionsOf(format).map(({ key }) => {
    const paragraphs = prose[key] ?? paragraphsOf(before, key);
    if (!isTableKey(key)) return [key, { kind: "prose", paragraphs }];
    const typed = { ...cellsOf(before, key), ...cells[key] };
    const values = withTotals(format.tables[key], typed);
    return [key, { kind: "table", cells: values, notes: paragraphs }];
  });
  return Object.fromEntries(changed);
}

/** Texts that differ from `before`, and from one another, anywhere. */
export function anyText(): fc.Arbitrary<Sections> {
  const unit = fc.constantFrom("公", "开", "，", "灋", "𠀀", "1", " ", "<", "&", '"', "\uFFFF");
  const known = fc.constantFrom(...Object.values(before).flatMap(linesIn));
  const paragraphs = fc.array(fc.oneof(known, fc.string({ unit })), { maxLength: 4 });
  const keys = sectionsOf(format).map(({ key }) => key);
  const count = fc.option(fc.nat(999_999_999));
  const cells = Object.values(format.tables).map((table) => [
    table.key,
    fc.dictionary(fc.constantFrom(...table.cells.map(({ key }) => key)), count),
  ]);
  return fc
    .tuple(
      fc.dictionary(fc.constantFrom(...keys), paragraphs),
      fc.record(Object.fromEntries(cells) as Record<string, fc.Arbitrary<Cells>>),
    )
    .map(([prose, values]) => edited({ title: ["年度报告"], ...prose }, values));
}

function linesIn(section: Sections[keyof Sections]): string[] {
  return section.kind === "prose" ? section.paragraphs : section.notes;
}

/** 第3稿 and 第5稿 of 灋河回族区司法局's report for 2024. */
export function handoutOf(changes: Partial<Handout> = {}): Handout {
  const { identity, bureauName } = printedReport();
  const createdAt = new Date("2026-01-05T01:30:00.000Z");
  const made = { name: "", createdAt, createdByName: "马晓雯" };
  return {
    identity,
    bureauName,
    from: { ...made, no: 3, contentHash: "3f2a91bc".padEnd(64, "0") },
    to: { ...made, no: 5, name: "局务会稿", contentHash: "7c110d2e".padEnd(64, "0") },
    ...changes,
  };
}
