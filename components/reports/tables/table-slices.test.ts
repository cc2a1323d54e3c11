import { describe, expect, it } from "vitest";
import { sliceOf, sliceOfCell, slicesOf } from "@/components/reports/tables/table-slices";
import { format2021 } from "@/lib/format/2021";
import type { LayoutCell, TableFormat } from "@/lib/format/format";

const { proactive, applications, disputes } = format2021.tables;

/** What a phone shows of a table's heads and first row of values. */
function shown(table: TableFormat, slice: string): string[][] {
  const isShown = (cell: LayoutCell) => [null, slice].includes(sliceOf(table, cell));
  return [...table.headRows, ...table.bodyRows.slice(0, 1)].map((row) =>
    row.filter(isShown).map(({ text, cell }) => text ?? cell ?? ""),
  );
}

describe("what a phone shows of a table at a time", () => {
  it("is an applicant of 表三, the total among them", () => {
    expect(slicesOf(applications).map(({ label }) => label)).toEqual([
      "自然人",
      "商业企业",
      "科研机构",
      "社会公益组织",
      "法律服务机构",
      "其他",
      "总计",
    ]);
    const [corner = ""] = applications.headRows[0]?.map(({ text }) => text ?? "") ?? [];
    expect(shown(applications, "business")).toEqual([
      [corner],
      [],
      ["商业企业"],
      ["一、本年新收政府信息公开申请数量", "received.business"],
    ]);
    expect(shown(applications, "naturalPerson")[1]).toEqual(["自然人"]);
    expect(shown(applications, "total")[1]).toEqual(["总计"]);
  });

  it("is a kind of proceeding of 表四, under its own heads", () => {
    const results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    const values = (row: string) =>
      ["upheld", "corrected", "other", "pending", "total"].map((column) => `${row}.${column}`);
    expect(slicesOf(disputes).map(({ key }) => shown(disputes, key))).toEqual([
      [["行政复议"], results, [], values("reconsideration")],
      [[], ["未经复议直接起诉"], results, values("litigationDirect")],
      [[], ["复议后起诉"], results, values("litigationAfterReconsideration")],
    ]);
  });

  it("is all of 表二", () => {
    expect(slicesOf(proactive)).toEqual([]);
    expect(shown(proactive, "anything")).toHaveLength(1);
    expect(sliceOfCell(proactive, "licences")).toBeNull();
  });

  it("leaves no value out", () => {
    for (const table of [applications, disputes]) {
      const slices = slicesOf(table).map(({ key }) => key);
      for (const { key } of table.cells) expect(slices).toContain(sliceOfCell(table, key));
    }
  });
});
