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

  it("leaves a row blank whose label is not found between its neighbours", () => {
    const label = "2.其他法律行政法规禁止公开\n";
    const read = readText(wrappedReport(tables, true).replace(label, "另有说明\n"), format2021);
    expect(readCells(read, "applications")["refusedByLaw.naturalPerson"]).toBeNull();
    expect(read.doubts.map((d) => d.where.cell)).toContain("refusedByLaw.naturalPerson");
    expectNoWrongValue(read, tables);
  });

  it("takes no number out of a sentence, and none of two for one row", () => {
    const noted = wrappedReport(tables).replace(/^行政处罚 .*$/m, "注：行政处罚 12 件");
    expect(readCells(readText(noted, format2021), "proactive").penalties).toBeNull();
    const twice = wrappedReport(tables).replace(/^行政处罚 .*$/m, "行政处罚 12\n行政处罚 13");
    const read = readText(twice, format2021);
    expect(readCells(read, "proactive").penalties).toBeNull();
    expect(read.doubts.map((d) => d.raw)).toContain("行政处罚 13");
  });

  it("gives a page number in table three as a doubt", () => {
    const text = wrappedReport(tables).replace("7.属于", "3\n7.属于");
    expect(expectAll(text, tables).doubts.map((d) => d.raw)).toEqual(["3"]);
  });

  it("keeps a row whose printed 总计 is wrong only where the columns prove it", () => {
    const row = /^8.属于行政查询事项 (\d+)(.*) \d+$/m;
    const total = readText(
      wrappedReport(tables).replace(row, "8.属于行政查询事项 $1$2 99"),
      format2021,
    );
    expect(readCells(total, "applications")).toEqual(tables.applications);
    expect(total.doubts.map((d) => d.where.cell)).toEqual(["refusedInquiry.total"]);
    const value = readText(
      wrappedReport(tables).replace(row, "8.属于行政查询事项 77$2 99"),
      format2021,
    );
    expect(readCells(value, "applications")["refusedInquiry.naturalPerson"]).toBeNull();
    expect(value.doubts.map((d) => d.where.cell)).toEqual(["refusedInquiry.naturalPerson"]);
  });

  it("reads a table without its 总计 column only where every column adds up", () => {
    const { applications } = format2021.tables;
    const whole = wrapped(applications, tables.applications);
    const cut = whole.replace(/ 总计$/m, "").replace(/^((?:.*\D )?(?:\d+ ){5}\d+) \d+$/gm, "$1");
    const text = wrappedReport(tables).replace(whole, cut);
    const read = expectAll(text, tables);
    expect(read.doubts).toEqual([]);
    expect(read.source.layout.map((one) => one.problem)).toEqual(["缺少“总计”列"]);
    const wrong = text.replace(/^8.属于行政查询事项 \d+/m, "8.属于行政查询事项 77");
    expect(readText(wrong, format2021).sections.applications).toBeUndefined();
  });
});
