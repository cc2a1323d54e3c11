import type { CheckInput } from "@/lib/checks/finding";
import {
  flattenCells,
  fromContent,
  getFormat,
  type Nested,
  type ReportIdentity,
  type SectionContent,
  type Sections,
} from "@/lib/format/content";
import { isTableKey, type ReportFormat } from "@/lib/format/format";
import type { ReportRecord, ReportRow, ReportSummary } from "@/lib/reports/facts/schema";
import { explainedFindings, submitBlocksOf } from "@/lib/reports/findings/rules";
import type { Hashes } from "@/lib/reviews/schema";
import { readPlan } from "@/lib/reviews/stored-plans/rules";
import { threadBlocks } from "@/lib/reviews/threads/rules";

export function identityOf(row: ReportRow): ReportIdentity {
  const scope = row.scope === "OWN" ? "own" : "area";
  return { format: row.format, bureau: row.bureauCode, year: row.year, scope };
}

export function hashesOf(row: ReportRow): Hashes {
  return Object.fromEntries(Object.entries(row.sections).map(([key, s]) => [key, s.hash]));
}

/** The facts of a loaded row; what the checks forbid is left open. */
export function summaryOf(row: ReportRow, contentHash: string): ReportSummary {
  const { bureauName, shortNames, regionNames, mediaNames } = row;
  return {
    id: row.id,
    bureauId: row.bureauId,
    year: row.year,
    version: row.version,
    draft: row.draft,
    live: row.live,
    identity: identityOf(row),
    bureauName,
    register: { name: bureauName, shortNames, regionNames, mediaNames },
    publication: row.publication,
    hashes: hashesOf(row),
    contentHash,
    round: row.round && { ...row.round, plan: readPlan(row.round.plan) },
    bureauPlan: readPlan(row.plan),
    decisions: row.decisions.map((d) => ({ ...d, hashes: JSON.parse(d.hashes) })),
    amendments: row.amendments,
    overrides: row.overrides,
    widenings: row.widenings,
    handovers: row.handovers,
    papers: row.papers,
    drafters: row.drafters,
    lastEditorId: row.lastEditorId,
    holders: row.holders,
    urged: row.urged,
    submitBlocks: [],
  };
}

/** A loaded row with content as a record: sections parsed, checks run. */
export function recordOf(row: ReportRow, contentHash: string): ReportRecord {
  const summary = summaryOf(row, contentHash);
  const format = getFormat(row.format);
  const entries = Object.entries(row.sections);
  const sections = Object.fromEntries(
    entries.map(([key, stored]) => [key, parseSection(format, key, stored.content ?? "")]),
  ) as Sections;
  const versions = Object.fromEntries(
    entries.map(([key, s]) => [
      key,
      { version: s.version, hash: s.hash, origins: s.origins ?? {} },
    ]),
  ) as ReportRecord["versions"];
  const lastYear = row.lastYear ? fromContent(JSON.parse(row.lastYear.content)) : null;
  const source = row.source ? JSON.parse(row.source) : null;
  const returned = row.returned
    ? {
        hashes: JSON.parse(row.returned.hashes),
        sections: fromContent(JSON.parse(row.returned.content)),
      }
    : null;
  const statement = row.statement ?? null;
  const { identity, register } = summary;
  const input: CheckInput = { identity, format, sections, register, lastYear, statement, source };
  const known = [summary.contentHash, row.lastYear?.hash, statement, row.source, register];
  const findings = explainedFindings(JSON.stringify(known), input, row.explanations ?? []);
  const submitBlocks = [
    ...submitBlocksOf(findings),
    ...threadBlocks(format, row.openThreads ?? []),
  ];
  const read = { sections, versions, lastYear, statement, source, returned, findings };
  return { ...summary, ...read, submitBlocks, unresolvedThreads: row.unresolvedThreads ?? 0 };
}

/** A section out of its stored canonical JSON. */
export function parseSection(format: ReportFormat, key: string, stored: string): SectionContent {
  const json = JSON.parse(stored) as { paragraphs: string[]; cells: Nested; notes: string[] };
  if (!isTableKey(key)) return { kind: "prose", paragraphs: json.paragraphs };
  return { kind: "table", cells: flattenCells(format, key, json.cells), notes: json.notes };
}
