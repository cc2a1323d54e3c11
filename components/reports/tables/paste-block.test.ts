import { array, assert, constantFrom, nat, option, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { layBlock } from "@/components/reports/tables/paste-block";
import { readTabs } from "@/components/reports/tables/read-block";
import { shown } from "@/components/reports/tables/table-form";
import { blockOf, valueGrid, wholeBlock } from "@/components/reports/tables/value-grid";
import { format2021 } from "@/lib/format/2021";
import { typedCells, withTotals } from "@/lib/format/cells";
import { type Cells, isTableKey, type TableFormat } from "@/lib/format/format";

const { proactive, applications, disputes } = format2021.tables;
const tables = Object.keys(format2021.tables).filter(isTableKey);

function lay(table: TableFormat, text: string, from: string, cells: Cells = {}) {
  return layBlock(table, withTotals(table, cells), { rows: readTabs(text), from });
}

const words = (notes: { words: string }[]) => notes.map((note) => note.words);

describe("laying a block on a table", () => {
  it("goes from the cell on, over what is computed", () => {
    const out = lay(applications, "1\t2\t3\n4\t5\t9", "otherRest.legalService");
    expect(out.texts).toEqual({ "otherRest.legalService": "1", "otherRest.otherBody": "2" });
    expect(words(out.differences)).toEqual([
      "「（七）总计」行「法律服务机构」列：粘贴内容是“4”，系统计算为 1",
      "「（七）总计」行「其他」列：粘贴内容是“5”，系统计算为 2",
      "「（七）总计」行「总计」列：粘贴内容是“9”，系统计算为 3",
    ]);
  });

  it("compares with the sums that the block itself makes", () => {
    const out = lay(disputes, "1\t2\t３\t0\t6", "reconsideration.upheld");
    expect(out.differences).toEqual([]);
    expect(out.texts["reconsideration.other"]).toBe("3");
  });

  it("names each cell that it refuses by row, column and reason", () => {
    const out = lay(proactive, "6件\t-1\t1.5\t7\n2", "normativeDocuments.issued");
    expect(words(out.refused)).toEqual([
      "「行政规范性文件」行「本年制发件数」列（“6件”）：只能填写数字，不带单位和文字",
      "「行政规范性文件」行「本年废止件数」列（“-1”）：件数不能是负数",
      "「行政规范性文件」行「现行有效件数」列（“1.5”）：件数必须是整数",
      "粘贴内容第 1 行第 4 列（“7”）：超出表格",
    ]);
    expect(out.texts).toEqual({ licences: "2" });
  });

  it("empties where the block is blank, and counts it", () => {
    const out = lay(proactive, "5\t\t7", "regulations.issued", { "regulations.repealed": 3 });
    expect(out.texts["regulations.repealed"]).toBe("");
    expect(out.emptied).toBe(1);
  });

  it("takes a ragged block by the names of its rows", () => {
    const text = "（三）不予公开\t1.属于国家秘密\t1\t2\n2.其他法律行政法规禁止公开\t3\t4";
    const out = lay(applications, text, "refusedStateSecret.naturalPerson");
    expect(out.texts).toEqual({
      "refusedStateSecret.naturalPerson": "1",
      "refusedStateSecret.business": "2",
      "refusedByLaw.naturalPerson": "3",
      "refusedByLaw.business": "4",
    });
  });

  it("refuses the values of another row, and tells a name that it does not know", () => {
    const wrong = lay(proactive, "行政处罚\t5", "licences");
    expect(wrong.texts).toEqual({});
    expect(words(wrong.refused)[0]).toContain("粘贴内容这一行是“行政处罚”");
    const strange = lay(proactive, "行政许可\t5\n行政惩罚\t6", "licences");
    expect(strange.texts).toEqual({ licences: "5", penalties: "6" });
    expect(words(strange.differences)[0]).toContain("“行政惩罚”");
  });

  it("shows a foreign text short and harmless", () => {
    const out = lay(proactive, `\u202e\u0007${"长".repeat(90)}\uD800\t1`, "licences");
    expect(words(out.refused)[0]).toMatch(/（“��长{18}…”）/);
  });

  it.each(tables)("takes back the whole of %s as it was copied", (key) => {
    const table = format2021.tables[key];
    const typed = typedCells(table);
    const values = array(option(nat(999)), { minLength: typed.length, maxLength: typed.length });
    assert(
      property(values, (list) => {
        const raw = typed.map(({ key: cell, kind }, at) => {
          const value = list[at] ?? null;
          return [cell, kind === "fee" && value !== null ? `${value}.50` : value] as const;
        });
        const cells = withTotals(table, Object.fromEntries(raw));
        const texts = Object.fromEntries(typed.map(({ key: c }) => [c, shown(cells[c])]));
        const from = valueGrid(table)[0]?.[0] ?? "";
        const clean = { texts, refused: [], differences: [], emptied: 0 };
        for (const block of [wholeBlock(table, cells), blockOf(cells, valueGrid(table))]) {
          expect(lay(table, block, from)).toEqual(clean);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("leaves what was not returned as it is, and names it where it would have changed", () => {
    const cells = withTotals(applications, { "received.naturalPerson": 3 });
    const rows = readTabs("3\t4\t5");
    const isOpen = (cell: string) => cell === "received.business";
    const out = layBlock(applications, cells, { rows, from: "received.naturalPerson", isOpen });
    expect(out.texts).toEqual({ "received.business": "4" });
    expect(words(out.refused)).toEqual([expect.stringContaining("（“5”）：没有被退回，不能修改")]);
  });

  it("loses no cell of a block: filled in, compared, or named", () => {
    const value = constantFrom("1", "x", "6件", "1,024", "９");
    const rows = array(array(value, { minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 30,
    });
    const from = constantFrom(...valueGrid(applications).flat());
    assert(
      property(rows, from, (block, cell) => {
        const out = layBlock(applications, {}, { rows: block, from: cell });
        const computed = out.differences.length;
        const told = Object.keys(out.texts).length + out.refused.length + computed;
        const grid = valueGrid(applications);
        const y = grid.findIndex((row) => row.includes(cell));
        const x = grid[y]?.indexOf(cell) ?? 0;
        const sums = block.flatMap((row, down) =>
          row.filter((_, right) => {
            const key = grid[y + down]?.[x + right];
            return applications.cells.find((known) => known.key === key)?.sumOf;
          }),
        );
        expect(told - computed).toBe(block.flat().length - sums.length);
        expect(computed).toBeLessThanOrEqual(sums.length);
      }),
    );
  });

  it("never throws, whatever was copied", () => {
    const rows = array(array(string({ unit: "binary", maxLength: 8 })), { maxLength: 8 });
    assert(
      property(rows, constantFrom(...valueGrid(applications).flat()), (block, from) => {
        const { texts } = layBlock(applications, {}, { rows: block, from });
        expect(Object.values(texts).join("")).toMatch(/^\d*$/);
      }),
    );
  });
});
