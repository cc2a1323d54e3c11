import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { readText } from "@/lib/importing/text";
import { expectAll, readCells } from "@/tests/support/expect-tables";
import {
  balancedTables,
  gridOf,
  type PrintedTables,
  tabbed,
  tabbedReport,
} from "@/tests/support/report-text";

const { applications } = format2021.tables;
const tables = balancedTables([3, 0, 41, 0, 7, 1, 0, 1200, 2, 0, 0, 5]);

const withApplications = (printed: string) => {
  const text = tabbedReport(tables);
  return text.replace(tabbed(applications, tables.applications), printed);
};

describe("tables with tabs", () => {
  it("reads every cell and keeps the printed totals beside them", () => {
    const read = expectAll(tabbedReport(tables), tables);
    expect(read.doubts).toEqual([]);
    expect(read.source.layout).toEqual([]);
    expect(read.source.totals.applications?.["received.total"]).toBe(
      tables.applications["received.total"],
    );
  });

  it("reads rows whose merged labels leave no empty cells behind", () => {
    const rows = gridOf(applications, tables.applications).map((row, i) =>
      i < 3 ? row : [row.slice(0, 3).filter((cell) => cell !== ""), row.slice(3)].flat(),
    );
    expect(
      expectAll(withApplications(rows.map((r) => r.join("\t")).join("\n")), tables).doubts,
    ).toEqual([]);
  });

  it("notes a missing 总计 column as a deviation, not as a doubt", () => {
    const rows = gridOf(applications, tables.applications).map((row) => row.slice(0, 9));
    const read = expectAll(withApplications(rows.map((r) => r.join("\t")).join("\n")), tables);
    expect(read.doubts).toEqual([]);
    expect(read.source.layout).toEqual([{ table: "applications", problem: "缺少“总计”列" }]);
    expect(read.source.totals.applications).not.toHaveProperty("received.total");
  });

  it("reads rows that lost their last cell only where the sums leave one way", () => {
    const print = (one: PrintedTables) =>
      gridOf(applications, one.applications)
        .map((row, i) => (i < 3 || row[2] === "" ? row.slice(0, 9) : row.slice(0, 8)).join("\t"))
        .join("\n");
    const quiet = balancedTables([0]);
    quiet.applications["granted.naturalPerson"] = 4;
    quiet.applications["refusedByLaw.business"] = 2;
    for (const row of ["concluded", "received"]) {
      quiet.applications[`${row}.naturalPerson`] = 4;
      quiet.applications[`${row}.business`] = 2;
    }
    const text = tabbedReport(quiet);
    const cut = text.replace(tabbed(applications, quiet.applications), print(quiet));
    const read = readText(cut, format2021);
    expect(read.doubts).toEqual([]);
    expect(readCells(read, "applications")["refusedByLaw.business"]).toBe(2);
    expect(readCells(read, "applications")["refusedByLaw.otherBody"]).toBe(0);

    const unclear = readText(withApplications(print(tables)), format2021);
    expect(readCells(unclear, "applications")["refusedByLaw.business"]).toBeNull();
    expect(unclear.doubts.map((d) => d.where.cell)).toContain("refusedByLaw.naturalPerson");
  });

  it.each([
    ["", null, 0],
    ["/", null, 1],
    ["－", null, 1],
    ["22（其中修订16件）", null, 1],
    ["1,024", 1024, 0],
    ["１２", 12, 0],
    ["6件", null, 1],
  ])("reads the cell %j as %j with %i doubts", (raw, value, doubts) => {
    const line = `规章\t${tables.proactive["regulations.issued"]}\t`;
    const read = readText(tabbedReport(tables).replace(line, `规章\t${raw}\t`), format2021);
    expect(readCells(read, "proactive")["regulations.issued"]).toBe(value);
    const found = read.doubts.filter((d) => d.where.cell === "regulations.issued");
    expect(found.map((d) => d.raw)).toEqual(doubts ? [raw] : []);
    expect(read.doubts).toHaveLength(doubts);
  });

  it("keeps a blank 总计 as blank and leaves blank cells blank", () => {
    const typed = { ...tables.applications, "received.total": null, "carriedIn.charity": null };
    const read = readText(withApplications(tabbed(applications, typed)), format2021);
    expect(read.source.totals.applications?.["received.total"]).toBeNull();
    expect(readCells(read, "applications")["carriedIn.charity"]).toBeNull();
    expect(readCells(read, "applications")["received.naturalPerson"]).toBe(
      tables.applications["received.naturalPerson"],
    );
  });

  it("keeps the values beside a wrong printed total, and says so", () => {
    const typed = { ...tables.disputes, "reconsideration.total": 9999 };
    const text = tabbedReport({ ...tables, disputes: typed });
    const read = readText(text, format2021);
    expect(read.source.totals.disputes?.["reconsideration.total"]).toBe(9999);
    expect(readCells(read, "disputes")).toEqual(tables.disputes);
    expect(read.doubts.map((d) => d.where.cell)).toEqual(["reconsideration.total"]);
  });

  it("takes nothing from a table whose columns stand in another order", () => {
    const text = tabbedReport(tables).replace("商业企业\t科研机构", "科研机构\t商业企业");
    const read = readText(text, format2021);
    expect(read.sections.applications).toBeUndefined();
    expect(read.doubts).toHaveLength(1);
  });

  it("does not convert a fee in another unit", () => {
    const read = readText(tabbedReport(tables).replace("单位：万元", "单位：元"), format2021);
    expect(readCells(read, "proactive").feesWan).toBeNull();
    expect(read.doubts.map((d) => d.where.cell)).toContain("feesWan");
  });

  it("refuses a row that is printed twice", () => {
    const line = "行政许可\t1\t\t";
    const text = tabbedReport(tables).replace(/^行政许可.*$/m, `${line}\n行政许可\t2\t\t`);
    const read = readText(text, format2021);
    expect(readCells(read, "proactive").licences).toBeNull();
    expect(read.doubts.map((d) => d.where.cell)).toContain("licences");
  });

  it("accepts a misprinted label and reports it", () => {
    const text = tabbedReport(tables).replace("8.属于行政查询事项", "8.属行政查询事项");
    expect(expectAll(text, tables).source.layout).toEqual([
      { table: "applications", problem: "行标题“8.属于行政查询事项”印作“8.属行政查询事项”" },
    ]);
  });

  it("takes no row whose label resembles two", () => {
    const label = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请";
    const between = "申请人逾期不补正费用、行政机关不再处理其政府信息公开申请";
    const read = readText(tabbedReport(tables).replace(label, between), format2021);
    expect(readCells(read, "applications")["otherFeeUnpaid.naturalPerson"]).toBeNull();
    expect(readCells(read, "applications")["otherNotCorrected.naturalPerson"]).not.toBeNull();
    expect(read.doubts.map((d) => d.where.cell)).toContain("otherFeeUnpaid.naturalPerson");
  });
});
