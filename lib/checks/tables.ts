import type { CheckInput, Fault, Rule } from "@/lib/checks/finding";
import { columnBalances } from "@/lib/format/balance";
import { cellName, parseCell, typedCells } from "@/lib/format/cells";
import { cellsOf } from "@/lib/format/content";
import type { CellFormat, CellValue, TableFormat } from "@/lib/format/format";

const NAMED_BLANKS = 3;

/** Rules on the values of the three tables, one by one. */
export const tableRules: Rule[] = [
  { id: "T03", name: "表三勾稽关系不平", tier: "block", run: unbalancedColumns },
  { id: "T05", name: "数值非法", tier: "block", run: illegalValues },
  { id: "T06", name: "空白单元格", tier: "block", run: blankCells },
];

/**
 * 总计 is not judged by itself: it is the sum of the six, so it is out of balance
 * only where one of them is, and would say the same fault twice.
 */
function unbalancedColumns({ sections, format }: CheckInput): Fault[] {
  const typed = typedCells(format.tables.applications).map(({ key }) => key);
  return columnBalances(cellsOf(sections, "applications"))
    .filter(({ column, complete, balanced }) => column !== "total" && complete && !balanced)
    .map(({ column, label, left, right }) => ({
      section: "applications",
      cell: `received.${column}`,
      cells: typed.filter((cell) => cell.endsWith(`.${column}`)),
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
        cells: blanks.map(({ key }) => key),
        message: `${table.name}有${blanks.length}个空白单元格：${all}`,
        advice: "逐格填写；确实没有的填0，可用“本表其余填 0”一次补齐",
        operands: [blanks.length],
      },
    ];
  });
}
