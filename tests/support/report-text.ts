import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import type { Cells, LayoutCell, TableFormat, TableKey } from "@/lib/format/format";

/** Reports for trying the reader on, printed from known values in the shapes met in the field. */

const { proactive, applications, disputes } = format2021.tables;

export type PrintedTables = Record<TableKey, Cells>;

/** A report's values that agree with every rule, out of one list of numbers. */
export function balancedTables(numbers: number[]): PrintedTables {
  let next = 0;
  const number = () => numbers[next++ % numbers.length] ?? 0;
  const counts = (table: TableFormat) =>
    Object.fromEntries(
      table.cells
        .filter((cell) => !cell.sumOf)
        .map((cell) => [cell.key, cell.kind === "fee" ? `${number()}.50` : number()]),
    );
  const typed: Cells = counts(applications);
  const outcome = withTotals(applications, typed);
  for (const key of Object.keys(typed).filter((k) => k.startsWith("received."))) {
    const column = key.replace("received.", "");
    typed[`carriedIn.${column}`] = 0;
    typed[key] = Number(outcome[`concluded.${column}`]) + Number(typed[`carriedOut.${column}`]);
  }
  return {
    proactive: withTotals(proactive, counts(proactive)),
    applications: withTotals(applications, typed),
    disputes: withTotals(disputes, counts(disputes)),
  };
}

/** Rows of a table as a sheet holds them: merged cells leave empty ones behind. */
export function gridOf(table: TableFormat, cells: Cells): string[][] {
  const grid: string[][] = [];
  const layout = [...table.headRows, ...table.bodyRows];
  const taken = new Set<string>();
  layout.forEach((row, r) => {
    const line: string[] = Array.from({ length: table.columns }, () => "");
    let c = 0;
    for (const cell of row) {
      while (taken.has(`${r},${c}`)) c += 1;
      line[c] = textOf(cell, cells);
      for (let y = r; y < r + (cell.rowSpan ?? 1); y += 1) {
        for (let x = c; x < c + (cell.colSpan ?? 1); x += 1) taken.add(`${y},${x}`);
      }
    }
    grid.push(line);
  });
  return grid;
}

function textOf(cell: LayoutCell, cells: Cells): string {
  return cell.cell === undefined ? (cell.text ?? "") : String(cells[cell.cell] ?? "");
}

export function tabbed(table: TableFormat, cells: Cells): string {
  return gridOf(table, cells)
    .map((row) => row.join("\t"))
    .join("\n");
}

/**
 * A table as text comes out of a PDF file: spaces between cells, long labels cut
 * in two with the values between the pieces, or after the values where `above`.
 */
export function wrapped(table: TableFormat, cells: Cells, above = false): string {
  const body = table.bodyRows.flatMap((row) => {
    const labels = row.flatMap((cell) => (cell.text === undefined ? [] : [cell.text]));
    const values = row.flatMap((cell) => (cell.cell ? [textOf(cell, cells)] : [])).join(" ");
    const label = labels.at(-1) ?? "";
    if (values === "" || label === "") return [[...labels, values].join(" ").trim()];
    if (table.key !== "applications" || label.length < 14) return [`${label} ${values}`];
    return above ? [values, label] : [label.slice(0, 12), values, label.slice(12)];
  });
  const heads = table.headRows.map((row) => row.map((cell) => cell.text).join(" "));
  return [...heads, ...body].join("\n");
}

export const headings = format2021.parts.flatMap((part) => part.heading ?? []);

const [first = "", second = "", third = "", fourth = "", fifth = "", sixth = ""] = headings;

export interface PrintedReport {
  front: string;
  overview: string;
  tables: Record<TableKey, string>;
  problems: string;
  other: string;
}

const plainProse: Omit<PrintedReport, "tables"> = {
  front: "测试县水务局2024年政府信息公开工作年度报告",
  overview: [
    "我局按要求公开信息。",
    "（一）主动公开。公开水质月报十二期。",
    "（二）依申请公开。申请均按期答复。",
    "（三）政府信息管理。目录已更新。",
    "（四）政府信息公开平台建设。专栏运行正常。",
    "（五）监督保障。开展培训两次。",
  ].join("\n"),
  problems: "解读形式偏少。\n下一步增加图解。",
  other: "本年未收取信息处理费。",
};

function printReport(report: PrintedReport): string {
  const { front, overview, tables, problems, other } = report;
  return [
    ...[front, first, overview, second, tables.proactive, third, tables.applications],
    ...[fourth, tables.disputes, fifth, problems, sixth, other],
  ].join("\n");
}

export function tabbedReport(tables: PrintedTables, changes: Partial<PrintedReport> = {}): string {
  const printed = {
    proactive: tabbed(proactive, tables.proactive),
    applications: tabbed(applications, tables.applications),
    disputes: tabbed(disputes, tables.disputes),
  };
  return printReport({ ...plainProse, tables: printed, ...changes });
}

export function wrappedReport(tables: PrintedTables, above = false): string {
  const printed = {
    proactive: wrapped(proactive, tables.proactive, above),
    applications: wrapped(applications, tables.applications, above),
    disputes: wrapped(disputes, tables.disputes, above),
  };
  return printReport({ ...plainProse, tables: printed });
}
