import { db } from "@/lib/db";
import { rebuildQueue } from "@/lib/reviews/queue/commands";

const BUREAUS = 25;

/** Tables of a report, in the order in which their rows refer to each other. */
const tables = ["ReportSection", "SectionHistory", "Revision", "Round", "Decision"];
const references = ["id", "revisionId", "roundId"];

/**
 * Copies of two reports under review, over 25 bureaus of which everybody of `sfj` is: of the first
 * sample two thirds, of the second one. Their queue is written from their facts.
 */
export async function copyReports(samples: [string, string], count: number): Promise<void> {
  await db.$executeRawUnsafe(`
    INSERT INTO "Bureau" SELECT (jsonb_populate_record(b, jsonb_build_object(
      'id', gen_random_uuid(), 'code', 'queue' || n, 'position', 100 + n))).*
    FROM generate_series(1, ${BUREAUS}) n, "Bureau" b WHERE b.code = 'sfj'`);
  await db.$executeRawUnsafe(`
    INSERT INTO "Membership" SELECT (jsonb_populate_record(m, jsonb_build_object(
      'id', gen_random_uuid(), 'bureauId', b.id))).*
    FROM "Membership" m JOIN "Bureau" o ON o.id = m."bureauId", "Bureau" b
    WHERE o.code = 'sfj' AND b.code LIKE 'queue%'`);
  await db.$executeRawUnsafe(`
    INSERT INTO "Report" SELECT (jsonb_populate_record(r, jsonb_build_object(
      'id', gen_random_uuid(), 'bureauId', b.id, 'year', y))).*
    FROM "Report" r, "Bureau" b, generate_series(2008, 2100) y
    WHERE r.id = '${samples[0]}' AND b.code LIKE 'queue%' LIMIT ${count}`);
  for (const table of tables) await db.$executeRawUnsafe(copyRows(table, samples));
  await rebuildQueue(new Date());
}

/** Rows of a table for each copy, under ids made of the old id and the copy's. */
function copyRows(table: string, samples: [string, string]): string {
  const made = references.map(
    (name) => `CASE WHEN old ? '${name}'
      THEN jsonb_build_object('${name}', md5(old ->> '${name}' || c.id)::uuid) ELSE '{}' END`,
  );
  return `
    INSERT INTO "${table}" SELECT (jsonb_populate_record(s, jsonb_build_object('reportId', c.id)
      || ${made.join(" || ")})).*
    FROM "Report" c JOIN "Bureau" b ON b.id = c."bureauId" AND b.code LIKE 'queue%'
      JOIN "${table}" s ON s."reportId" =
        CASE WHEN c.year % 3 = 0 THEN '${samples[1]}'::uuid ELSE '${samples[0]}'::uuid END,
      LATERAL (SELECT to_jsonb(s) AS old) o`;
}
