import type { SpanningCell } from "@/components/reports/tables/value-grid";

const MAX_SPAN = 100;

/** The rows of the largest table in copied HTML; nothing in it runs or is fetched. */
export function htmlRows(html: string): SpanningCell[][] {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const tables = [...parsed.querySelectorAll("table")].map((table) => [...table.rows]);
  const largest = tables.reduce((a, b) => (b.length > a.length ? b : a), []);
  return largest.map((row) =>
    [...row.cells].map((cell) => ({
      text: (cell.textContent ?? "").replace(/\s+/g, " ").trim(),
      colSpan: Math.min(cell.colSpan, MAX_SPAN),
      rowSpan: Math.min(cell.rowSpan || 1, MAX_SPAN),
    })),
  );
}
