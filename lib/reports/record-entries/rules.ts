import { cellFormat, cellName } from "@/lib/format/cells";
import { findSection } from "@/lib/format/content";
import { isTableKey, type ReportFormat } from "@/lib/format/format";
import { shortHash } from "@/lib/format/short-hash";
import { proofErrorClasses } from "@/lib/reports/events/schema";
import type {
  AmendmentRow,
  DecisionRow,
  HandoverRow,
  ItemRow,
  PaperRow,
  RecordEntry,
  RecordLine,
  RoundRow,
} from "@/lib/reports/record/schema";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import { signedName } from "@/lib/reviews/rules";

/** What was done in a round, in words; what happened at one instant in the order it was done. */
export function roundEntries(
  format: ReportFormat,
  round: RoundRow,
  plan: PlanDefinition,
): RecordEntry[] {
  const steps = planSteps(plan);
  const place = (key: string) => steps.findIndex((step) => step.key === key);
  const decisions = round.decisions.toSorted(
    (a, b) => a.at.getTime() - b.at.getTime() || place(a.step) - place(b.step),
  );
  return [
    { ...nothing, at: round.openedAt, who: round.openedByName, what: "送审" },
    ...actsOf(round.amendments).map((rows) => amendmentEntry(format, rows, steps)),
    ...round.handovers.map((row) => handoverEntry(row, round, steps)),
    ...round.papers.map((row) => paperEntry(row, steps)),
    ...decisions.map((row) => decisionEntry(format, row, round, steps)),
    ...recalled(round),
  ];
}

const nothing = { mark: null, lines: [] as RecordLine[] };

function recalled({ outcome, closedAt, openedByName }: RoundRow): RecordEntry[] {
  if (outcome !== "RECALLED" || !closedAt) return [];
  return [{ ...nothing, at: closedAt, who: openedByName, what: "撤回送审" }];
}

/** Sections changed in one act. */
function actsOf(rows: AmendmentRow[]): AmendmentRow[][] {
  const acts = new Map<string, AmendmentRow[]>();
  for (const row of rows) {
    const act = `${row.at.toISOString()} ${row.step} ${row.actorName}`;
    acts.set(act, [...(acts.get(act) ?? []), row]);
  }
  return [...acts.values()];
}

function amendmentEntry(
  format: ReportFormat,
  rows: AmendmentRow[],
  steps: PlanStep[],
): RecordEntry {
  const [first] = rows as [AmendmentRow];
  const { at, actorName: who, reason, revision } = first;
  const changed = rows.map(({ section, beforeHash, afterHash }) => ({
    label: "改动",
    words: `${placeWords(format, section)}（${shortHash(beforeHash)} → ${shortHash(afterHash)}）`,
  }));
  return {
    at,
    who,
    what: `${labelOf(first.step, steps)}　领导改稿`,
    mark: null,
    lines: [
      ...changed,
      { label: "理由", words: reason },
      { label: "成为", words: `第 ${revision.no} 稿` },
    ],
  };
}

function handoverEntry(row: HandoverRow, round: RoundRow, steps: PlanStep[]): RecordEntry {
  const { at, byId, byName, fromId, toId, toName, reason } = row;
  const claimed = toId === byId;
  const word = claimed ? "认领" : toId ? "移交" : "交还";
  const from = fromId && fromId !== byId ? nameOf(fromId, round, steps) : null;
  const words = [
    ...(from ? [{ label: "原由", words: from }] : []),
    ...(toId && !claimed ? [{ label: "移交给", words: toName }] : []),
    ...(reason ? [{ label: "理由", words: reason }] : []),
  ];
  const what = `${labelOf(row.step, steps)}　${word}`;
  return { ...nothing, at, who: byName, what, lines: words };
}

/** The name under which the round knows a person; a handover keeps only his id. */
function nameOf(id: string, { handovers }: RoundRow, steps: PlanStep[]): string | null {
  const asked = steps.flatMap((step) => [...step.asked, ...step.persons]);
  const taken = handovers.find((handover) => handover.toId === id)?.toName;
  return asked.find((person) => person.id === id)?.name ?? taken ?? null;
}

function paperEntry(row: PaperRow, steps: PlanStep[]): RecordEntry {
  const signed = row.steps.map((key) => labelOf(key, steps)).join("、");
  return {
    at: row.at,
    who: row.byName,
    what: "登记线下审签",
    mark: row.confirmation ? null : "没有经第二人确认",
    lines: [
      { label: "环节", words: signed },
      { label: "签字人", words: row.signerName },
      { label: "校验码", words: shortHash(row.contentHash) },
      { label: "扫描件", words: row.scan.sha256 },
    ],
  };
}

/** Who stands for what was signed on paper. */
function paperLines({ paperId }: DecisionRow, { papers }: RoundRow): RecordLine[] {
  const paper = papers.find(({ id }) => id === paperId);
  if (!paper?.confirmation) return [];
  const words = `${paper.byName}登记，${paper.confirmation.byName}确认`;
  return [{ label: "线下审签", words }];
}

function decisionEntry(
  format: ReportFormat,
  row: DecisionRow,
  round: RoundRow,
  steps: PlanStep[],
): RecordEntry {
  const step = steps.find(({ key }) => key === row.step);
  const { at, actorName, forName, opinion } = row;
  const reopened = round.outcome === "APPROVED" && round.closedAt !== null && at > round.closedAt;
  const word = row.kind === "PASS" ? "通过" : reopened ? "审定后退回" : "退回修改";
  return {
    at,
    who: signedName(actorName, forName),
    what: `${labelOf(row.step, steps)}　${word}`,
    mark: row.paperId === null ? null : "线下审签",
    lines: [
      ...paperLines(row, round),
      ...(opinion ? [{ label: "意见", words: opinion }] : []),
      ...checklistLines(row, step),
      ...errorLines(row, step),
      ...row.items.map((item) => itemLine(format, item)),
      { label: "范围", words: scopeWords(format, row, step) },
    ],
  };
}

function checklistLines({ checklist }: DecisionRow, step: PlanStep | undefined): RecordLine[] {
  const ticked = (step?.checklist ?? []).filter((item) => checklist.includes(item.key));
  if (!ticked.length) return [];
  return [{ label: "已核对", words: ticked.map((item) => item.label).join("、") }];
}

function errorLines({ proofErrors }: DecisionRow, step: PlanStep | undefined): RecordLine[] {
  if (step?.kind !== "proof") return [];
  const counts = Object.entries(proofErrorClasses).flatMap(([key, label]) => {
    const count = Number(Object(proofErrors)[key] ?? 0);
    return count > 0 ? [{ label, count }] : [];
  });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const words = counts.map(({ label, count }) => `${label} ${count}`).join("、");
  return [{ label: "差错", words: total ? `${words}，共 ${total} 处` : "没有记录差错" }];
}

function itemLine(format: ReportFormat, item: ItemRow): RecordLine {
  const { section, cell, words, errorClass, correction, answers } = item;
  const should = correction ? `（应为：${correction}）` : "";
  const answered = answers.map((answer) => {
    const word = answer.kind === "DONE" ? "已修改" : "说明情况";
    return `答复（${answer.byName}）：${[word, answer.words].filter(Boolean).join("，")}`;
  });
  const said = `${placeWords(format, section, cell)}：${words}${should}`;
  const label = errorClass ? proofErrorClasses[errorClass] : "退回意见";
  return { label, words: [said, ...answered].join("\n") };
}

/** Which parts were judged, and of which text. */
function scopeWords(format: ReportFormat, row: DecisionRow, step: PlanStep | undefined): string {
  const text = `第 ${row.revision.no} 稿，校验码 ${shortHash(row.contentHash)}`;
  if (!step || step.scope === "all") return `全文；${text}`;
  const hashes: Record<string, string> = JSON.parse(row.hashes);
  const parts = Object.entries(hashes).map(
    ([key, hash]) => `${placeWords(format, key)}（${shortHash(hash)}）`,
  );
  return `${parts.join("、")}；${text}`;
}

function placeWords(format: ReportFormat, section: string, cell: string | null = null): string {
  const label = findSection(format, section)?.label ?? section;
  const found = cell && isTableKey(section) && cellFormat(format.tables[section], cell);
  if (found) return `${label}${cellName(found)}`;
  return cell ? `${label}的表下说明` : label;
}

function labelOf(key: string, steps: PlanStep[]): string {
  return steps.find((step) => step.key === key)?.label ?? key;
}
