import type { ReportFacts } from "@/lib/reports/rules";

/** 第 3 稿, as long as the text is still that of the revision that was submitted last. */
export function revisionWords({ round, contentHash }: ReportFacts): string {
  if (!round) return "现稿（还没有送审）";
  const { revisionNo } = round;
  return round.contentHash === contentHash
    ? `第 ${revisionNo} 稿`
    : `现稿（第 ${revisionNo} 稿之后又有修改）`;
}
