import type { Frame } from "@/lib/exporting/page-data";
import { shortHash } from "@/lib/format/short-hash";

/** 审签单 to sign on paper, as the printer needs it. */
interface PrintedSheet {
  bureauName: string;
  year: number;
  scope: "own" | "area";
  revisionNo: number;
  contentHash: string;
  steps: { label: string; checklist: string[] }[];
}

/** 审签单 as data for the printer: the text it is for, and a row for each step that is asked now. */
export function sheetPages(sheet: PrintedSheet) {
  const { bureauName, year, scope, revisionNo, contentHash, steps } = sheet;
  const name = `${bureauName}${year}年度报告${scope === "area" ? "（汇总）" : ""}`;
  const code = shortHash(contentHash);
  const frame: Frame = {
    documentTitle: `${name}审签单`,
    author: bureauName,
    mark: null,
    foot: `第 ${revisionNo} 稿　校验码 ${code}`,
    head: null,
  };
  return {
    ...frame,
    heading: "政府信息公开工作年度报告审签单",
    name: `${name}　第 ${revisionNo} 稿`,
    code,
    contentHash,
    note: "签字前请核对：审阅的文稿上的校验码与本单一致。文稿有改动的，本单作废，应重新打印、签字。",
    columns: ["环节", "核对（逐项打勾）", "意见", "签字、日期"],
    steps,
  };
}

export type SheetPages = ReturnType<typeof sheetPages>;
