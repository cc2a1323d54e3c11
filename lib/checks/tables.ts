import type { CheckInput, Fault, Rule } from "@/lib/checks/finding";
import { applicantColumns } from "@/lib/format/2021-applications";
import { columnBalances } from "@/lib/format/balance";
import { cellName, parseCell, typedCells } from "@/lib/format/cells";
import { cellsOf } from "@/lib/format/content";
import type { CellFormat, CellValue, TableFormat } from "@/lib/format/format";

const NAMED_BLANKS = 3;

/** Rules on the values of the three tables, one by one and against last year's. */
export const tableRules: Rule[] = [
  { id: "T03", name: "表三勾稽关系不平", tier: "block", run: unbalancedColumns },
  { id: "T05", name: "数值非法", tier: "block", run: illegalValues },
  { id: "T06", name: "空白单元格", tier: "block", run: blankCells },
  // The law of the thing is "block unless a reason is given", which is what 需作说明 does.
  { id: "T07", name: "上年结转与上年报告不一致", tier: "warn", run: carriedInAgainstLastYear },
];

/**
 * 总计 is not judged by itself: it is the sum of the six, so it is out of balance
 * only where one of them is, and would say the same fault twice.
 */
function unbalancedColumns({ sections }: CheckInput): Fault[] {
  return columnBalances(cellsOf(sections, "applications"))
    .filter(({ column, complete, balanced }) => column !== "total" && complete && !balanced)
    .map(({ column, label, left, right }) => ({
      section: "applications",
      cell: `received.${column}`,
      message: `表三「${label}」列勾稽关系不平：第一项＋第二项＝${left}，第三项（七）＋第四项＝${right}，相差${Math.abs(left - right)}`,
      expected: String(left),
      actual: String(right),
      advice: "核对本列新收、上年结转、各项办理结果和结转下年度的件数",
      operands: [left, right],
    }));
}

function illegalValues({ sections, format }: CheckInput): Fault[] {
  return Object.values(format.tables).flatMap((table) => {
    const cells = cellsOf(sections, table.key);
    return typedCells(table).flatMap((cell): Fault[] => {
      const value = cells[cell.key] ?? null;
      const reason = whyIllegal(cell, value);
      if (!reason) return [];
      return [
        {
          section: table.key,
          cell: cell.key,
          message: `${table.name}${cellName(cell)}的“${value}”不是合法数值：${reason}`,
          actual: String(value),
          advice: `改填${cell.kind === "count" ? "不小于0的整数" : "以万元为单位的金额"}`,
          operands: [String(value)],
        },
      ];
    });
  });
}

function whyIllegal(cell: CellFormat, value: CellValue): string | null {
  if (value === null) return null;
  const parsed = parseCell(cell.kind, value);
  if (!parsed.ok) return parsed.reason;
  return parsed.value === value ? null : "没有按数值保存";
}

function blankCells({ sections, format }: CheckInput): Fault[] {
  return Object.values(format.tables).flatMap((table: TableFormat): Fault[] => {
    const cells = cellsOf(sections, table.key);
    const blanks = typedCells(table).filter((cell) => (cells[cell.key] ?? null) === null);
    const first = blanks[0];
    if (!first) return [];
    const named = blanks.slice(0, NAMED_BLANKS).map(cellName).join("、");
    const all = `${named}${blanks.length > NAMED_BLANKS ? "等" : ""}`;
    return [
      {
        section: table.key,
        cell: first.key,
        message: `${table.name}有${blanks.length}个空白单元格：${all}`,
        advice: "逐格填写；确实没有的填0，可用“本表其余填 0”一次补齐",
        operands: [blanks.length],
      },
    ];
  });
}

function carriedInAgainstLastYear({ sections, lastYear }: CheckInput): Fault[] {
  if (!lastYear) return [];
  const now = cellsOf(sections, "applications");
  const before = cellsOf(lastYear, "applications");
  return applicantColumns.flatMap(({ key, label }): Fault[] => {
    const carriedIn = now[`carriedIn.${key}`] ?? null;
    const carriedOut = before[`carriedOut.${key}`] ?? null;
    // Last year's blank may have meant zero, so it contradicts nothing but a case carried in.
    if (carriedIn === null || carriedIn === (carriedOut ?? 0)) return [];
    const past = carriedOut === null ? "空白" : String(carriedOut);
    return [
      {
        section: "applications",
        cell: `carriedIn.${key}`,
        message: `表三「${label}」列上年结转为${carriedIn}件，上年报告结转下年度为${past === "空白" ? past : `${past}件`}`,
        expected: past,
        actual: String(carriedIn),
        advice: "改为上年报告的结转数；机构合并分设或上年报告已更正的，说明原因",
        certain: carriedOut !== null,
        operands: [past, carriedIn],
      },
    ];
  });
}
