import { chinaTime } from "@/lib/exporting/china-time";
import { type Frame, pageData, unmarked } from "@/lib/exporting/page-data";
import type { PrintedReport } from "@/lib/exporting/printed";
import { getFormat, type Sections } from "@/lib/format/content";
import type { ChangeRow, MarkedSections, Passage } from "@/lib/format/marked";
import { shortHash } from "@/lib/format/short-hash";

/** A 稿 as it is named on paper. */
export interface HandoutRevision {
  no: number;
  /** 命名留存: its name. Empty for the others. */
  name: string;
  contentHash: string;
  createdAt: Date;
  createdByName: string;
}

/** Two 稿 of a report that are taken to a meeting. */
export interface Handout extends Pick<PrintedReport, "identity" | "bureauName"> {
  from: HandoutRevision;
  to: HandoutRevision;
}

const legend: Passage[] = [
  { kind: "same", text: "标记：" },
  { kind: "removed", text: "删去的文字" },
  { kind: "same", text: "加删除线，" },
  { kind: "added", text: "增加的文字" },
  { kind: "same", text: "加下划线。" },
];

const nothing: Passage[] = [{ kind: "same", text: "（无）" }];

/** 修改对照表 as data for the printers. Widths of its columns in mm. */
export function changesPages(handout: Handout, rows: ChangeRow[]) {
  return {
    ...comparisonFrame(handout, "修改对照表"),
    columns: { 序号: 13, 位置: 40, 原文: 66, 修改后: 66, 说明: 40 },
    rows: rows.map(({ place, before, after, remarks }, i) => ({
      no: String(i + 1),
      place,
      sides: [before ?? nothing, after ?? nothing],
      remarks,
    })),
    closing: rows.length ? `共 ${rows.length} 处改动。` : "两稿的内容完全一致，没有改动。",
  };
}

export type ChangesPages = ReturnType<typeof changesPages>;

/** 花脸稿: the whole text, with what was struck out and what was put in. */
export function markedPages(handout: Handout, sections: MarkedSections) {
  const report = { ...handout, publication: null };
  return pageData(report, sections, comparisonFrame(handout, "花脸稿"));
}

/** 清稿: the text of the later 稿 and nothing else. */
export function cleanPages(handout: Handout, sections: Sections) {
  const { identity, bureauName, to } = handout;
  const rest = `　${reportName(handout)}　${revisionName(to)}`;
  const frame = {
    documentTitle: `${reportName(handout)}清稿`,
    author: bureauName,
    mark: { word: "清　稿", rest },
    foot: `第 ${to.no} 稿　校验码 ${shortHash(to.contentHash)}`,
    head: null,
  };
  const plain = unmarked(getFormat(identity.format), sections);
  return pageData({ ...handout, publication: null }, plain, frame);
}

function comparisonFrame(handout: Handout, word: string): Frame {
  const { bureauName, from, to } = handout;
  const name = reportName(handout);
  const hashes = `${shortHash(from.contentHash)} → ${shortHash(to.contentHash)}`;
  return {
    documentTitle: `${name}${word}`,
    author: bureauName,
    mark: { word, rest: `　${name}　第 ${from.no} 稿 → 第 ${to.no} 稿　校验码 ${hashes}` },
    foot: "",
    head: {
      heading: `${name}${word}`,
      facts: [`原　稿：${revisionFacts(from)}`, `修改后：${revisionFacts(to)}`],
      legend,
    },
  };
}

function reportName({ identity, bureauName }: Handout): string {
  const scope = identity.scope === "area" ? "（汇总）" : "";
  return `${bureauName}${identity.year}年度报告${scope}`;
}

function revisionName({ no, name }: HandoutRevision): string {
  return name ? `第 ${no} 稿（${name}）` : `第 ${no} 稿`;
}

function revisionFacts(revision: HandoutRevision): string {
  const { contentHash, createdAt, createdByName } = revision;
  const code = `校验码 ${shortHash(contentHash)}`;
  return [revisionName(revision), code, chinaTime(createdAt), createdByName].join("　");
}
