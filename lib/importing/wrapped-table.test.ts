import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { readText } from "@/lib/importing/text";
import { expectAll, expectNoWrongValue, readCells } from "@/tests/support/expect-tables";
import { balancedTables, wrapped, wrappedReport } from "@/tests/support/report-text";

const tables = balancedTables([3, 0, 41, 0, 7, 1, 0, 1200, 2, 0, 0, 5]);

describe("tables out of a PDF file's text", () => {
  it.each([false, true])("reads values amid or above their labels (above: %s)", (above) => {
    expect(expectAll(wrappedReport(tables, above), tables).doubts).toEqual([]);
  });

  it("reads table four cut over lines by its sums alone", () => {
    const row = wrapped(format2021.tables.disputes, tables.disputes).split("\n").at(-1) ?? "";
    const values = row.split(" ");
    const cut = `${values.slice(0, 7).join(" ")}\n${values.slice(7).join(" ")}`;
    expectAll(wrappedReport(tables).replace(row, cut), tables);
    const wrong = cut.replace(/\d+$/, "77777");
    const read = readText(wrappedReport(tables).replace(row, wrong), format2021);
    expect(read.sections.disputes).toBeUndefined();
    expect(read.doubts.filter((d) => d.where.section === "disputes")).not.toEqual([]);
  });

  it("leaves the rows of a group blank that prints one row for all", () => {
    const text = wrappedReport(tables)
      .split("\n")
      .filter((line) => !/^（六）其他处理|^申请人无正当|^1.申请人|^2.申请人|^3.其他/.test(line));
    const at = text.findIndex((line) => line.startsWith("（七）总计"));
    text.splice(at - 4, 4, "（六）其他处理 0 0 0 0 0 0 0");
    const read = readText(text.join("\n"), format2021);
    expect(readCells(read, "applications")["otherRest.business"]).toBeNull();
    expect(read.doubts.filter((d) => d.raw === "（六）其他处理 0 0 0 0 0 0 0")).toHaveLength(3);
    expect(read.source.layout.map((one) => one.problem)).toContain("“（六）其他处理”没有分项填写");
  });

  it("gives numbers that ran together, and page numbers, as doubts", () => {
    const line = /^8.属于行政查询事项 .*$/m;
    const text = wrappedReport(tables)
      .replace(line, "8.属于行政查询事项 640020470")
      .replace("行政强制", "12\n行政强制");
    const read = readText(text, format2021);
    expect(readCells(read, "applications")["refusedInquiry.naturalPerson"]).toBeNull();
    const raws = read.doubts.map((d) => d.raw);
    expect(raws).toContain("8.属于行政查询事项 640020470");
    expect(raws).toContain("12");
    expectNoWrongValue(read, tables);
  });
});
