import type { SectionContent, Sections } from "@/lib/format/content";

/** The present content with what an import read in its place; what it did not find stays. */
export function withImported(current: Sections, imported: Partial<Sections>): Sections {
  return { ...current, ...imported };
}

/** Why an import asks before it is stored: the text names another bureau or another year. */
export function identityQuestions(
  read: { bureauName: string | null; year: number | null },
  report: { names: string[]; year: number },
): string[] {
  const questions: string[] = [];
  if (read.year !== null && read.year !== report.year) {
    questions.push(
      `来稿标题写的是${read.year}年，本报告是${report.year}年度，请确认没有拿错文稿。`,
    );
  }
  if (read.bureauName !== null && !report.names.includes(read.bureauName)) {
    questions.push(`来稿标题写的是“${read.bureauName}”，不是本单位的名称，请确认没有拿错文稿。`);
  }
  return questions;
}

/** Every filled cell, or the prose as a whole, came with the import. */
export function originsOf(content: SectionContent): Record<string, "imported"> {
  if (content.kind === "prose") return { paragraphs: "imported" };
  const filled = Object.entries(content.cells).filter(([, value]) => value !== null);
  return Object.fromEntries(filled.map(([key]) => [key, "imported"]));
}
