import type { Handover } from "@/lib/reviews/offers/rules";

/** Who has the report after a pass, as a sentence. */
export function handoverWords({ stage, names }: Handover): string {
  const people = names.join("、") || "（暂无合适的人员，请联系管理员）";
  if (stage) return `下一步由${people}办理${stage}。`;
  return `所有环节都已通过，本稿审定，由${people}发布。`;
}
