import { array, assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { bareTables, readBlock, readTabs } from "@/components/reports/tables/read-block";

const noHtml = () => [];

function quote(value: string): string {
  return /[\t\r\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

describe("reading what was copied", () => {
  it.each([
    [
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["1\n\n3", [["1"], [""], ["3"]]],
    ["\t\t", [["", "", ""]]],
    ['"两行\n一格"\t2', [["两行\n一格", "2"]]],
    ['"他说""好"""\t2', [['他说"好"', "2"]]],
    ['5"\t"6', [['5"', '"6']]],
    ["", [[""]]],
  ])("%j", (text, rows) => {
    expect(readTabs(text)).toEqual(rows);
  });

  it("reads back every block that a spreadsheet writes, whatever stands in it", () => {
    const blocks = array(array(string(), { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 5,
    });
    assert(
      property(blocks, (rows) => {
        const text = rows.map((row) => `${row.map(quote).join("\t")}\r\n`).join("");
        expect(readTabs(text)).toEqual(rows);
      }),
    );
  });

  it("leaves a single value to the browser, and takes one that the cell would cut", () => {
    expect(readBlock({ html: "", text: "12" }, noHtml).kind).toBe("value");
    expect(readBlock({ html: "", text: "12\r\n" }, noHtml).kind).toBe("value");
    expect(readBlock({ html: "", text: "1".repeat(41) }, noHtml).kind).toBe("block");
  });

  it("prefers the table of a page, with its merged cells", () => {
    const cell = (text: string, colSpan = 1) => ({ text, colSpan, rowSpan: 1 });
    const rowsOf = () => [[cell("行政许可"), cell("5", 3)]];
    const block = readBlock({ html: "<table><td>", text: "行政许可\t5" }, rowsOf);
    expect(block).toEqual({ kind: "block", rows: [["行政许可", "5", "", ""]] });
  });

  it.each(["1\t".repeat(200), "1\n".repeat(200), "永".repeat(5_000_000)])(
    "refuses what is no table of this form (%#)",
    (text) => {
      expect(readBlock({ html: "", text }, noHtml).kind).toBe("refused");
      expect(readBlock({ html: `<table><td>${text}`, text }, noHtml).kind).toBe("refused");
    },
  );
});

describe("copied HTML", () => {
  it.each([
    [
      "<table><tr><td colspan=3>行政<b>许可</b><br></td></tr></table>",
      "<table><tr><td colspan=3>行政许可</td></tr></table>",
    ],
    ["<style>td{}</style><!--[if gte mso 9]><table><![endif]--><TABLE>5", "td{}<TABLE>5"],
    ["<table><tr><td>1<!-- <td>2", "<table><tr><td>1"],
    ["1 < 2 &lt;b&gt; 3>2 <>", "1 < 2 &lt;b&gt; 3>2 <>"],
    ["<tablet><a><div>".repeat(100_000), ""],
    ["<!--".repeat(400_000), ""],
    ["<a".repeat(800_000), "<a".repeat(800_000)],
    ["<table><tr><td>".repeat(1001), ""],
  ])("keeps its tables alone (%#)", (html, bare) => {
    expect(bareTables(html)).toBe(bare);
  });
});
