import type { CellFormat, LayoutCell, TableFormat } from "@/lib/format/format";

function article(item: string): LayoutCell[] {
  return [{ text: `第二十条第（${item}）项`, scope: "colgroup", colSpan: 4 }];
}

function single(label: string, cell: string): LayoutCell[] {
  return [
    { text: label, scope: "row" },
    { cell, colSpan: 3 },
  ];
}

function heads(last: string): LayoutCell[] {
  return [
    { text: "信息内容", scope: "col" },
    { text: last, scope: "col", colSpan: 3 },
  ];
}

const documentColumns = [
  { key: "issued", label: "本年制发件数" },
  { key: "repealed", label: "本年废止件数" },
  { key: "inForce", label: "现行有效件数" },
];

const documentRows = [
  { key: "regulations", label: "规章" },
  { key: "normativeDocuments", label: "行政规范性文件" },
];

const decisions = "本年处理决定数量";
const feeColumn = "本年收费金额（单位：万元）";

function documentCells(row: { key: string; label: string }): CellFormat[] {
  return documentColumns.map((column) => ({
    key: `${row.key}.${column.key}`,
    kind: "count",
    unit: "件",
    row: row.label,
    column: column.label,
  }));
}

function documentRow(row: { key: string; label: string }): LayoutCell[] {
  const values = documentColumns.map((column) => ({ cell: `${row.key}.${column.key}` }));
  return [{ text: row.label, scope: "row" }, ...values];
}

function count(key: string, row: string): CellFormat {
  return { key, kind: "count", unit: "件", row, column: decisions };
}

/** 表二: 条例第二十条 (一)(五)(六)(八). Ten values, of which 收费金额 is a decimal in 万元. */
export const proactive2021: TableFormat = {
  key: "proactive",
  name: "表二",
  caption: "主动公开政府信息情况",
  columns: 4,
  headRows: [],
  bodyRows: [
    article("一"),
    [
      { text: "信息内容", scope: "col" },
      ...documentColumns.map((column): LayoutCell => ({ text: column.label, scope: "col" })),
    ],
    ...documentRows.map(documentRow),
    article("五"),
    heads(decisions),
    single("行政许可", "licences"),
    article("六"),
    heads(decisions),
    single("行政处罚", "penalties"),
    single("行政强制", "coercion"),
    article("八"),
    heads(feeColumn),
    single("行政事业性收费", "feesWan"),
  ],
  cells: [
    ...documentRows.flatMap(documentCells),
    count("licences", "行政许可"),
    count("penalties", "行政处罚"),
    count("coercion", "行政强制"),
    { key: "feesWan", kind: "fee", unit: "万元", row: "行政事业性收费", column: "本年收费金额" },
  ],
};
