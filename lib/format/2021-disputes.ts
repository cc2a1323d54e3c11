import type { CellFormat, LayoutCell, TableFormat } from "@/lib/format/format";

const groups = [
  { key: "reconsideration", label: "行政复议" },
  { key: "litigationDirect", label: "未经复议直接起诉" },
  { key: "litigationAfterReconsideration", label: "复议后起诉" },
];

const results = [
  { key: "upheld", label: "结果维持" },
  { key: "corrected", label: "结果纠正" },
  { key: "other", label: "其他结果" },
  { key: "pending", label: "尚未审结" },
];

const columns = [...results, { key: "total", label: "总计" }];

function cellsOf(group: { key: string; label: string }): CellFormat[] {
  return columns.map((column) => ({
    key: `${group.key}.${column.key}`,
    kind: "count",
    unit: "件",
    row: group.label,
    column: column.label,
    ...(column.key === "total" && { sumOf: results.map((part) => `${group.key}.${part.key}`) }),
  }));
}

function resultHeads(rowSpan: number): LayoutCell[] {
  return columns.map((column) => ({ text: column.label, scope: "col", rowSpan }));
}

/** 表四: one row of fifteen values, each group closed by its own 总计 (domain rule B1). */
export const disputes2021: TableFormat = {
  key: "disputes",
  name: "表四",
  caption: "政府信息公开行政复议、行政诉讼情况",
  columns: 15,
  headRows: [
    [
      { text: "行政复议", scope: "colgroup", colSpan: 5 },
      { text: "行政诉讼", scope: "colgroup", colSpan: 10 },
    ],
    [
      ...resultHeads(2),
      { text: "未经复议直接起诉", scope: "colgroup", colSpan: 5 },
      { text: "复议后起诉", scope: "colgroup", colSpan: 5 },
    ],
    [...resultHeads(1), ...resultHeads(1)],
  ],
  bodyRows: [groups.flatMap((group) => columns.map((c) => ({ cell: `${group.key}.${c.key}` })))],
  cells: groups.flatMap(cellsOf),
};
