import type { PrintedReport } from "@/lib/exporting/printed";
import { typedCells, withTotals } from "@/lib/format/cells";
import { getFormat, type Sections } from "@/lib/format/content";
import type { Cells, TableKey } from "@/lib/format/format";

const format = getFormat("2021");

function prose(...paragraphs: string[]) {
  return { kind: "prose" as const, paragraphs };
}

/** Counts that all differ, so that a value in a wrong place cannot go unseen. */
function table(key: TableKey, first: number, notes: string[] = []) {
  const typed: Cells = {};
  for (const [i, cell] of typedCells(format.tables[key]).entries()) {
    typed[cell.key] = cell.kind === "fee" ? "5949.088667" : first + i;
  }
  return { kind: "table" as const, cells: withTotals(format.tables[key], typed), notes };
}

/** A published report of 灋河回族区司法局 with every section filled. */
export function printedReport(changes: Partial<Sections> = {}): PrintedReport {
  return {
    identity: { format: "2021", bureau: "sfj", year: 2024, scope: "own" },
    bureauName: "灋河回族区司法局",
    sections: {
      title: prose("灋河回族区司法局2024年政府信息公开工作年度报告"),
      preface: prose("本报告中所列数据的统计期限自2024年1月1日起，至2024年12月31日止。"),
      "overview.lead": prose("2024年，我局把政府信息公开同依法行政一并部署、一并检查。"),
      "overview.proactive": prose(
        "全年在区政府门户网站发布各类信息七十二条，瀘水、灋水流域的普法站点已全部列出。",
      ),
      "overview.applications": prose("申请渠道为当面、信函、网络三种，均有专人登记。"),
      "overview.management": prose("公开前逐件核对来源和时效，失效的及时标注。"),
      "overview.platforms": prose("专栏目录每季度核对一次，打不开的链接当日修复。"),
      "overview.supervision": prose("年内组织业务学习两次，设立意见簿并逐条答复。"),
      proactive: table("proactive", 11),
      applications: table("applications", 101, ["注：一件申请由两个单位联合答复，计入主办单位。"]),
      disputes: table("disputes", 301),
      problems: prose(
        "主要问题：部分办事指南更新慢于政策调整。",
        "改进情况：已建立指南与政策文件的对应清单，调整后五个工作日内更新。",
      ),
      other: prose("本年度未收取信息处理费。"),
      signoff: prose("灋河回族区司法局", "2025年1月16日"),
      ...changes,
    },
    publication: {
      label: "1.0",
      publishedAt: new Date("2025-01-17T01:30:00.000Z"),
      contentHash: "3f2a91bc".padEnd(64, "0d4e"),
    },
  };
}
