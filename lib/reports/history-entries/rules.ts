import type { HistoryEntry } from "@/lib/reports/history/schema";
import { answerWords } from "@/lib/reviews/answer-words/rules";
import { guardLabel } from "@/lib/reviews/overrides/rules";
import type { AnswerKind } from "@/prisma/generated/enums";

export const nothing = { steps: [], words: "", items: [], edits: [], clash: null };
export const noRevision = { revisionNo: null, contentHash: null };

interface OverrideRow {
  guard: string;
  reason: string;
  byName: string;
  at: Date;
  confirmation: { byName: string; at: Date } | null;
}

/** 例外 is a fact of its own, marked until another person stands by it; so is that. */
export function overrideEntries(row: OverrideRow): HistoryEntry[] {
  const { guard, reason, byName: who, at, confirmation } = row;
  const name = guardLabel(guard);
  const mark = confirmation ? "" : "（等待第二人确认）";
  const words = `例外：${name}${mark}。${reason}`;
  const made: HistoryEntry = { ...nothing, ...noRevision, at, who, kind: "overridden", words };
  if (!confirmation) return [made];
  const by = { at: confirmation.at, who: confirmation.byName };
  const kind = "override-confirmed";
  return [made, { ...nothing, ...noRevision, ...by, kind, words: `例外：${name}` }];
}

/** 催办, with what the report waited for. */
export function urgeEntry(row: { step: string; byName: string; at: Date }): HistoryEntry {
  const { at, byName: who, step } = row;
  return { ...nothing, ...noRevision, at, who, kind: "urged", steps: [step] };
}

interface ReturnedRow {
  items: {
    section: string;
    cell: string | null;
    words: string;
    answers: { kind: AnswerKind; words: string; byName: string; at: Date }[];
  }[];
}

/** 答复 of one return: what a person said of each item last, as one entry. */
export function answerEntries({ items }: ReturnedRow): HistoryEntry[] {
  const people = new Set(items.flatMap(({ answers }) => answers.map(({ byName }) => byName)));
  return [...people].map((who) => {
    const said = items.flatMap(({ section, cell, words, answers }) => {
      const last = answers.findLast(({ byName }) => byName === who);
      return last ? [{ at: last.at, section, cell, words: `${words}——${answerWords(last)}` }] : [];
    });
    const at = new Date(Math.max(...said.map((one) => one.at.getTime())));
    return { ...nothing, ...noRevision, at, who, kind: "answered", items: said.map(itemOf) };
  });
}

function itemOf({ section, cell, words }: HistoryEntry["items"][number]) {
  return { section, cell, words };
}

interface WideningRow {
  section: string;
  reason: string;
  byName: string;
  at: Date;
}

/** 扩大修改范围, with its reason. */
export function wideningEntry({ section, reason, byName: who, at }: WideningRow): HistoryEntry {
  const items = [{ section, cell: null, words: reason }];
  return { ...nothing, ...noRevision, at, who, kind: "widened", items };
}

interface HandoverRow {
  step: string;
  toId: string | null;
  toName: string;
  byId: string;
  byName: string;
  reason: string;
  at: Date;
}

/** 认领, 移交, 交还; several steps in one act are one entry. */
export function handoverEntries(rows: HandoverRow[], labels: Map<string, string>): HistoryEntry[] {
  const acts = new Map<string, HistoryEntry>();
  for (const { step, toId, toName, byId, byName: who, reason, at } of rows) {
    const isClaim = toId === byId;
    const to = toId ? `移交给${toName}` : "交还，谁都可以办理";
    const words = [isClaim ? "" : to, reason].filter(Boolean).join("。");
    const kind = isClaim ? "claimed" : "handed-over";
    const act = `${at.toISOString()} ${who} ${words}`;
    const steps = [...(acts.get(act)?.steps ?? []), labels.get(step) ?? step];
    acts.set(act, { ...nothing, ...noRevision, at, who, kind, words, steps });
  }
  return [...acts.values()];
}
