import { findSection, getFormat } from "@/lib/format/content";
import type { ReportFormat } from "@/lib/format/format";
import { shortHash } from "@/lib/format/short-hash";
import type {
  JudgedText,
  RecordEntry,
  RecordedReport,
  RecordRound,
  ReviewRecord,
  RoundRow,
} from "@/lib/reports/record/schema";
import { roundEntries } from "@/lib/reports/record-entries/rules";
import { guardLabel } from "@/lib/reviews/overrides/rules";
import { readPlan } from "@/lib/reviews/stored-plans/rules";

const outcomes = { APPROVED: "审定", RETURNED: "退回修改", RECALLED: "撤回送审" } as const;

/** 审校单 out of a report's facts: the same facts give the same record, whenever it is asked for. */
export function recordOf(report: RecordedReport): ReviewRecord {
  const { bureau, year, scope, rounds } = report;
  const format = getFormat(report.format);
  const last = rounds.at(-1)?.revision;
  const loose = looseEntries(format, report);
  const opened = rounds.map((round) => round.openedAt);
  const between = (from: Date | undefined, to: Date | undefined) =>
    loose.filter(({ at }) => (!from || at >= from) && (!to || at < to));
  return {
    bureau: bureau.code,
    bureauName: bureau.name,
    year,
    scope: scope === "OWN" ? "own" : "area",
    text: last ? { revisionNo: last.no, contentHash: last.contentHash } : null,
    unconfirmed: report.overrides.filter((override) => !override.confirmation).length,
    before: between(undefined, opened[0]),
    rounds: rounds.map((round, i) =>
      recordRound(format, round, between(round.openedAt, opened[i + 1])),
    ),
    texts: judgedTexts(format, rounds),
  };
}

/** Facts of the report that belong to no round; each stands in the round in whose time it fell. */
function looseEntries(format: ReportFormat, report: RecordedReport): RecordEntry[] {
  const widenings = report.widenings.map(({ section, reason, byName: who, at }) => ({
    at,
    who,
    what: "扩大修改范围",
    mark: null,
    lines: [
      { label: "部分", words: findSection(format, section)?.label ?? section },
      { label: "理由", words: reason },
    ],
  }));
  const overrides = report.overrides.flatMap(overrideEntries);
  const publications = report.publications.map((row) => ({
    at: row.publishedAt,
    who: row.publishedBy,
    what: "发布",
    mark: null,
    lines: [
      {
        label: "版本",
        words: `${row.label}，第 ${row.revision.no} 稿，校验码 ${shortHash(row.contentHash)}`,
      },
      ...(row.changeNote ? [{ label: "更正说明", words: row.changeNote }] : []),
    ],
  }));
  return [...widenings, ...overrides, ...publications];
}

function overrideEntries({
  guard,
  reason,
  byName,
  at,
  confirmation,
}: RecordedReport["overrides"][number]): RecordEntry[] {
  const rule = { label: "规则", words: guardLabel(guard) };
  const made = {
    at,
    who: byName,
    what: "例外处理",
    mark: confirmation ? "例外" : "例外，待确认",
    lines: [rule, { label: "理由", words: reason }],
  };
  if (!confirmation) return [made];
  const { byName: who, at: confirmedAt } = confirmation;
  return [made, { at: confirmedAt, who, what: "确认例外", mark: "例外", lines: [rule] }];
}

function recordRound(format: ReportFormat, round: RoundRow, loose: RecordEntry[]): RecordRound {
  const plan = readPlan(round.plan);
  const entries = [...roundEntries(format, round, plan), ...loose];
  return {
    no: round.no,
    plan: `${plan.name}（第 ${round.planVersion.no} 版）`,
    revisionNo: round.revision.no,
    contentHash: round.revision.contentHash,
    outcome: round.outcome ? outcomes[round.outcome] : "审核中",
    // Stable: what happened at one instant stays in the order in which it was done.
    entries: entries.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  };
}

/** Every text that was judged, with the hashes of its parts as the decisions name them. */
function judgedTexts(format: ReportFormat, rounds: RoundRow[]): JudgedText[] {
  const texts = new Map<string, { no: number; hashes: Record<string, string> }>();
  for (const { contentHash, hashes, revision } of rounds.flatMap((round) => round.decisions)) {
    const known = texts.get(contentHash);
    const parts: Record<string, string> = { ...known?.hashes, ...JSON.parse(hashes) };
    texts.set(contentHash, { no: known?.no ?? revision.no, hashes: parts });
  }
  return [...texts].map(([contentHash, { no, hashes }]) => ({
    revisionNo: no,
    contentHash,
    sections: format.parts
      .flatMap((part) => part.sections)
      .flatMap(({ key, label }) => (hashes[key] ? [{ label, hash: hashes[key] }] : [])),
  }));
}
