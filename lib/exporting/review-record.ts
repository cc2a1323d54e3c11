import { chinaTime } from "@/lib/exporting/china-time";
import type { Frame } from "@/lib/exporting/page-data";
import { shortHash } from "@/lib/format/short-hash";

interface PrintedEntry {
  at: Date;
  what: string;
  who: string;
  /** What must not be overlooked. */
  mark: string | null;
  lines: { label: string; words: string }[];
}

/** 审校单, as the printer needs it. */
interface PrintedRecord {
  bureauName: string;
  year: number;
  scope: "own" | "area";
  text: { revisionNo: number; contentHash: string } | null;
  unconfirmed: number;
  before: PrintedEntry[];
  rounds: {
    no: number;
    plan: string;
    revisionNo: number;
    contentHash: string;
    outcome: string;
    entries: PrintedEntry[];
  }[];
  texts: {
    revisionNo: number;
    contentHash: string;
    sections: { label: string; hash: string }[];
  }[];
}

/** 审校单 as data for the printer: the record and nothing else, so that it prints the same again. */
export function recordPages(record: PrintedRecord) {
  const { bureauName, year, scope, text, unconfirmed } = record;
  const name = `${bureauName}${year}年度报告${scope === "area" ? "（汇总）" : ""}`;
  const code = text && `第 ${text.revisionNo} 稿　校验码 ${shortHash(text.contentHash)}`;
  const frame: Frame = {
    documentTitle: `${name}审校单`,
    author: bureauName,
    mark: null,
    foot: code ?? "",
    head: null,
  };
  return {
    ...frame,
    heading: "政府信息公开工作年度报告审校单",
    facts: [
      { label: "机关", words: bureauName },
      { label: "年度", words: `${year} 年度${scope === "area" ? "（汇总）" : ""}` },
      { label: "文稿", words: code ?? "还没有送审" },
      ...(text ? [{ label: "全文校验值", words: text.contentHash }] : []),
    ],
    warning: unconfirmed ? `有 ${unconfirmed} 处例外还没有经第二人确认。` : "",
    blocks: [
      ...(record.before.length
        ? [{ ...block("送审以前"), entries: entriesOf(record.before) }]
        : []),
      ...record.rounds.map((round) => ({
        heading: `第 ${round.no} 次送审`,
        facts: `${round.plan}　第 ${round.revisionNo} 稿　校验码 ${shortHash(round.contentHash)}　${round.outcome}`,
        entries: entriesOf(round.entries),
      })),
    ],
    texts: record.texts.map(({ revisionNo, contentHash, sections }) => ({
      heading: `第 ${revisionNo} 稿　${contentHash}`,
      sections: sections.map(({ label, hash }) => `${label} ${shortHash(hash)}`).join("　"),
    })),
    textsHeading: "附：审签过的各稿和各部分的校验码",
  };
}

export type RecordPages = ReturnType<typeof recordPages>;

function block(heading: string) {
  return { heading, facts: "" };
}

function entriesOf(entries: PrintedEntry[]) {
  return entries.map(({ at, what, who, mark, lines }) => ({
    what,
    who,
    at: chinaTime(at),
    mark: mark ?? "",
    lines: lines.map(({ label, words }) => ({ label, paragraphs: words.split("\n") })),
  }));
}
