import type { CheckInput, Fault, Rule } from "@/lib/checks/finding";
import { applicantColumns } from "@/lib/format/2021-applications";
import { cellsOf } from "@/lib/format/content";
import type { CellValue } from "@/lib/format/format";

/** Rules on 上年结转 (domain rule D1). */
export const carryOverRules: Rule[] = [
  // The law of the thing is "block unless a reason is given", which is what 需作说明 does.
  { id: "T07", name: "上年结转与上年结转数不一致", tier: "warn", run: differingColumns },
  { id: "T17", name: "上年结转数为自填", tier: "hint", run: statedOnly },
];

/**
 * 结转下年度 of the year before, column by column: as its report has it, else as somebody stated
 * it; null without either.
 */
export function carriedOutBefore({
  lastYear,
  statement,
}: Pick<CheckInput, "lastYear" | "statement">): Record<string, CellValue> | null {
  if (!lastYear) return statement?.carriedOut ?? null;
  const cells = cellsOf(lastYear, "applications");
  return Object.fromEntries(
    applicantColumns.map(({ key }) => [key, cells[`carriedOut.${key}`] ?? null]),
  );
}

function differingColumns({ sections, ...input }: CheckInput): Fault[] {
  const before = carriedOutBefore(input);
  if (!before) return [];
  const now = cellsOf(sections, "applications");
  const source = input.lastYear ? "上年报告" : "自填的上年";
  return applicantColumns.flatMap(({ key, label }): Fault[] => {
    const carriedIn = now[`carriedIn.${key}`] ?? null;
    const carriedOut = before[key] ?? null;
    // Last year's blank may have meant zero, so it contradicts nothing but a case carried in.
    if (carriedIn === null || carriedIn === (carriedOut ?? 0)) return [];
    const past = carriedOut === null ? "空白" : String(carriedOut);
    return [
      {
        section: "applications",
        cell: `carriedIn.${key}`,
        message: `表三「${label}」列上年结转为${carriedIn}件，${source}结转下年度为${carriedOut === null ? past : `${past}件`}`,
        expected: past,
        actual: String(carriedIn),
        advice: "改为上年的结转数；机构合并分设或上年报告已更正的，说明原因",
        certain: carriedOut !== null,
        operands: [past, carriedIn],
      },
    ];
  });
}

/** Whoever reviews the report is told what the numbers were compared with. */
function statedOnly({ lastYear, statement, identity }: CheckInput): Fault[] {
  if (lastYear || !statement) return [];
  const { byName, document } = statement;
  return [
    {
      section: "applications",
      message: `表三上年结转只与${byName}自填的上年结转数核对过（出处：${document}），这里没有已公布的${identity.year - 1}年度报告`,
      advice: "对照出处核对上年结转",
      certain: false,
      operands: [document, ...Object.values(statement.carriedOut)],
    },
  ];
}
