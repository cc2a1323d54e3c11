import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { getFormat, toContent } from "@/lib/format/content";
import { readText } from "@/lib/importing/text";
import { loadReport } from "@/lib/reports/facts/queries";
import { type ImportAnswer, identityQuestions, withImported } from "@/lib/reports/imports/rules";
import { changesBetween } from "@/lib/reports/revisions/rules";

/** What importing a text would do to a report; stores nothing. @throws NOT_FOUND */
export async function previewImport(actor: Actor, reportId: string, text: string, now: Date) {
  const record = await loadReport(db, actor, reportId, now);
  const format = getFormat(record.identity.format);
  const read = readText(text, format);
  const { name, shortNames } = record.register;
  const sections = withImported(format, record.sections, read.sections);
  return {
    read,
    record,
    sections,
    questions: identityQuestions(read, { names: [name, ...shortNames], year: record.year }),
    changes: changesBetween(format, record.sections, sections),
  };
}

type Preview = Awaited<ReturnType<typeof previewImport>>;

/** A preview as the API answers it: the content as it would be, doubts, questions and changes. */
export function importAnswer({
  read,
  record,
  sections,
  questions,
  changes,
}: Preview): ImportAnswer {
  const content = toContent(record.identity, sections);
  const { version } = record;
  return { version, content, doubts: read.doubts, questions, changes, source: read.source };
}
