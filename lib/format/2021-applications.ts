import type { CellFormat, LayoutCell, TableFormat } from "@/lib/format/format";

export interface ApplicationRow {
  key: string;
  label: string;
  /** Set on the first row of a numbered group: its label and how many rows it spans. */
  group?: { label: string; rows: number };
  inGroup?: boolean;
}

/** Applicant columns of 表三; the seventh, 总计, is computed. */
export const applicantColumns = [
  { key: "naturalPerson", label: "自然人" },
  { key: "business", label: "商业企业" },
  { key: "research", label: "科研机构" },
  { key: "charity", label: "社会公益组织" },
  { key: "legalService", label: "法律服务机构" },
  { key: "otherBody", label: "其他" },
] as const;

export const allColumns = [...applicantColumns, { key: "total", label: "总计" }] as const;

function group(label: string, rows: [key: string, label: string][]): ApplicationRow[] {
  return rows.map(([key, text], i) => ({
    key,
    label: text,
    inGroup: true,
    ...(i === 0 && { group: { label, rows: rows.length } }),
  }));
}

/** Rows under 三、本年度办理结果 that （七）总计 adds up (domain rule A2). */
export const outcomeRows: ApplicationRow[] = [
  { key: "granted", label: "（一）予以公开" },
  {
    key: "partiallyGranted",
    label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
  },
  ...group("（三）不予公开", [
    ["refusedStateSecret", "1.属于国家秘密"],
    ["refusedByLaw", "2.其他法律行政法规禁止公开"],
    ["refusedSecurityStability", "3.危及“三安全一稳定”"],
    ["refusedThirdParty", "4.保护第三方合法权益"],
    ["refusedInternalAffairs", "5.属于三类内部事务信息"],
    ["refusedProcess", "6.属于四类过程性信息"],
    ["refusedEnforcementFile", "7.属于行政执法案卷"],
    ["refusedInquiry", "8.属于行政查询事项"],
  ]),
  ...group("（四）无法提供", [
    ["unavailableNotHeld", "1.本机关不掌握相关政府信息"],
    ["unavailableNotCompiled", "2.没有现成信息需要另行制作"],
    ["unavailableUnclear", "3.补正后申请内容仍不明确"],
  ]),
  ...group("（五）不予处理", [
    ["rejectedPetition", "1.信访举报投诉类申请"],
    ["rejectedRepeat", "2.重复申请"],
    ["rejectedPublication", "3.要求提供公开出版物"],
    ["rejectedExcessive", "4.无正当理由大量反复申请"],
    ["rejectedConfirmation", "5.要求行政机关确认或重新出具已获取信息"],
  ]),
  ...group("（六）其他处理", [
    ["otherNotCorrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"],
    ["otherFeeUnpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"],
    ["otherRest", "3.其他"],
  ]),
];

const received = { key: "received", label: "一、本年新收政府信息公开申请数量" };
const carriedIn = { key: "carriedIn", label: "二、上年结转政府信息公开申请数量" };
const concluded = { key: "concluded", label: "（七）总计" };
const carriedOut = { key: "carriedOut", label: "四、结转下年度继续办理" };

export const applicationRows: ApplicationRow[] = [
  received,
  carriedIn,
  ...outcomeRows,
  concluded,
  carriedOut,
];

function cellOf(row: ApplicationRow, column: { key: string; label: string }): CellFormat {
  const base = {
    key: `${row.key}.${column.key}`,
    kind: "count" as const,
    unit: "件" as const,
    row: row.label,
    column: column.label,
  };
  if (row.key === "concluded") {
    return { ...base, sumOf: outcomeRows.map((r) => `${r.key}.${column.key}`) };
  }
  if (column.key === "total") {
    return { ...base, sumOf: applicantColumns.map((c) => `${row.key}.${c.key}`) };
  }
  return base;
}

function values(row: ApplicationRow): LayoutCell[] {
  return allColumns.map((column) => ({ cell: `${row.key}.${column.key}` }));
}

function wide(row: ApplicationRow): LayoutCell[] {
  return [{ text: row.label, scope: "row", colSpan: 3 }, ...values(row)];
}

function outcome(row: ApplicationRow, first: boolean): LayoutCell[] {
  const lead: LayoutCell[] = first
    ? [{ text: "三、本年度办理结果", scope: "rowgroup", rowSpan: 22 }]
    : [];
  const head: LayoutCell[] = row.group
    ? [{ text: row.group.label, scope: "rowgroup", rowSpan: row.group.rows }]
    : [];
  const own: LayoutCell = { text: row.label, scope: "row", colSpan: row.inGroup ? 1 : 2 };
  return [...lead, ...head, own, ...values(row)];
}

/** 表三: 25 rows by 7 columns, 件. Column 总计 and row （七） are computed. */
export const applications2021: TableFormat = {
  key: "applications",
  name: "表三",
  caption: "收到和处理政府信息公开申请情况",
  columns: 10,
  headRows: [
    [
      {
        text: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        colSpan: 3,
        rowSpan: 3,
      },
      { text: "申请人情况", scope: "colgroup", colSpan: 7 },
    ],
    [
      { text: "自然人", scope: "col", rowSpan: 2 },
      { text: "法人或其他组织", scope: "colgroup", colSpan: 5 },
      { text: "总计", scope: "col", rowSpan: 2 },
    ],
    applicantColumns.slice(1).map((c): LayoutCell => ({ text: c.label, scope: "col" })),
  ],
  bodyRows: [
    wide(received),
    wide(carriedIn),
    ...[...outcomeRows, concluded].map((row, i) => outcome(row, i === 0)),
    wide(carriedOut),
  ],
  cells: applicationRows.flatMap((row) => allColumns.map((column) => cellOf(row, column))),
};
