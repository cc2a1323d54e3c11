import type { CellFormat, CellKind, Cells, CellValue, TableFormat } from "@/lib/format/format";

/** Largest count that a cell takes, in 件. */
export const MAX_COUNT = 999_999_999;

export type ParsedCell = { ok: true; value: CellValue } | { ok: false; reason: string };

function refuse(reason: string): ParsedCell {
  return { ok: false, reason };
}

/** Full-width digits, stops and commas as their plain forms; nothing else changes. */
function plainDigits(raw: string): string {
  return raw
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/．/g, ".")
    .replace(/，/g, ",")
    .trim();
}

/**
 * What a person typed into a cell, as its value. Empty is blank (null), never zero.
 * "６" and "1,024" are normalised; "6件", "-1", "1.5" and "1e3" are refused in a count.
 */
export function parseCell(kind: CellKind, raw: CellValue | undefined): ParsedCell {
  if (raw === null || raw === undefined) return { ok: true, value: null };
  const text = plainDigits(String(raw));
  if (text === "") return { ok: true, value: null };
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  return kind === "count" ? parseCount(digits) : parseFee(digits);
}

function parseCount(text: string): ParsedCell {
  if (/^[-－−]/.test(text)) return refuse("件数不能是负数");
  if (/^\d+\.\d+$/.test(text)) return refuse("件数必须是整数");
  if (!/^\d+$/.test(text)) return refuse("只能填写数字，不带单位和文字");
  const value = Number(text);
  return value > MAX_COUNT ? refuse("件数不能超过 999,999,999") : { ok: true, value };
}

function parseFee(text: string): ParsedCell {
  if (/^[-－−]/.test(text)) return refuse("金额不能是负数");
  if (!/^\d+(\.\d+)?$/.test(text)) return refuse("只能填写以万元为单位的金额，不带单位和文字");
  const [whole = "", decimals = ""] = text.split(".");
  if (whole.length > 9 || decimals.length > 12) return refuse("金额位数过多，请核对单位是否为万元");
  return { ok: true, value: text };
}

export function cellFormat(table: TableFormat, key: string): CellFormat | undefined {
  return byKey(table).get(key);
}

const indexes = new WeakMap<TableFormat, Map<string, CellFormat>>();

function byKey(table: TableFormat): Map<string, CellFormat> {
  let index = indexes.get(table);
  if (!index) {
    index = new Map(table.cells.map((cell) => [cell.key, cell]));
    indexes.set(table, index);
  }
  return index;
}

/** The cells a person types, in reading order; the rest are computed. */
export function typedCells(table: TableFormat): CellFormat[] {
  return table.cells.filter((cell) => !cell.sumOf);
}

/**
 * All cells of a table with the computed ones filled in. A sum takes what is
 * there; it is blank only where every part is blank.
 */
export function withTotals(table: TableFormat, typed: Cells): Cells {
  const known = new Map<string, CellValue>();
  const resolve = (key: string): CellValue => {
    if (known.has(key)) return known.get(key) ?? null;
    const sumOf = cellFormat(table, key)?.sumOf;
    const value = sumOf ? sum(sumOf.map(resolve)) : (typed[key] ?? null);
    known.set(key, value);
    return value;
  };
  return Object.fromEntries(table.cells.map((cell) => [cell.key, resolve(cell.key)]));
}

/** Sum of counts; blank parts are left out, and nothing but blanks is blank. */
export function sum(parts: CellValue[]): number | null {
  const counts = parts.filter((part): part is number => typeof part === "number");
  return counts.length ? counts.reduce((a, b) => a + b, 0) : null;
}

/** 「一、本年新收…」行「自然人」列, for messages. */
export function cellName(cell: CellFormat): string {
  return `「${cell.row}」行「${cell.column}」列`;
}
