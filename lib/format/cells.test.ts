import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { cellFormat, parseCell, sum, typedCells, withTotals } from "@/lib/format/cells";

const { applications, proactive, disputes } = format2021.tables;

describe("a count as typed", () => {
  it.each([
    ["6", 6],
    [6, 6],
    ["６", 6],
    ["１，０２４", 1024],
    ["1,024", 1024],
    ["12,345,678", 12_345_678],
    [" 12 ", 12],
    ["\u300012\u00a0", 12],
    ["007", 7],
    ["0", 0],
    [0, 0],
    [-0, 0],
    ["999,999,999", 999_999_999],
  ])("%j is %j", (raw, value) => {
    expect(parseCell("count", raw)).toEqual({ ok: true, value });
  });

  it.each(["", "   ", "\u3000", null, undefined])("%j is blank, and never zero", (raw) => {
    expect(parseCell("count", raw)).toEqual({ ok: true, value: null });
    expect(parseCell("fee", raw)).toEqual({ ok: true, value: null });
  });

  it.each([
    ["6件", "只能填写数字"],
    ["约6", "只能填写数字"],
    ["六", "只能填写数字"],
    ["/", "只能填写数字"],
    ["1e3", "只能填写数字"],
    ["0x10", "只能填写数字"],
    ["+6", "只能填写数字"],
    ["1 024", "只能填写数字"],
    ["1,02", "只能填写数字"],
    ["1,0240", "只能填写数字"],
    [",024", "只能填写数字"],
    ["1024,", "只能填写数字"],
    ["٣", "只能填写数字"],
    ["NaN", "只能填写数字"],
    [Number.NaN, "只能填写数字"],
    [Number.POSITIVE_INFINITY, "只能填写数字"],
    [1e21, "只能填写数字"],
    ["-1", "负数"],
    ["－1", "负数"],
    ["−1", "负数"],
    [-1, "负数"],
    ["1.5", "整数"],
    ["１．５", "整数"],
    ["1.0", "整数"],
    [1.5, "整数"],
    ["1000000000", "999,999,999"],
    ["9".repeat(90), "999,999,999"],
  ])("%j is refused, and says why", (raw, reason) => {
    const parsed = parseCell("count", raw);
    expect(parsed).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});

describe("a fee as typed", () => {
  it.each([
    ["5949.088667", "5949.088667"],
    ["5,949.088667", "5949.088667"],
    ["１２．５０", "12.50"],
    ["0", "0"],
    [12.5, "12.5"],
    ["12", "12"],
  ])("%j is kept to the decimal as %j", (raw, value) => {
    expect(parseCell("fee", raw)).toEqual({ ok: true, value });
  });

  it.each([
    ["12万元", "只能填写"],
    ["1.2.3", "只能填写"],
    [".5", "只能填写"],
    ["5.", "只能填写"],
    [1e-7, "只能填写"],
    [1e21, "只能填写"],
    ["-0.5", "负数"],
    ["1234567890", "位数过多"],
    [0.1 + 0.2, "位数过多"],
  ])("%j is refused, and says why", (raw, reason) => {
    const parsed = parseCell("fee", raw);
    expect(parsed).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});

describe("totals", () => {
  it("adds rows, columns and （七）, and overwrites what was handed in for them", () => {
    const cells = withTotals(applications, {
      "received.naturalPerson": 4,
      "received.business": 2,
      "granted.naturalPerson": 3,
      "refusedByLaw.business": 2,
      "received.total": 99,
      "concluded.total": 99,
    });
    expect(cells).toMatchObject({
      "received.total": 6,
      "concluded.naturalPerson": 3,
      "concluded.business": 2,
      "concluded.total": 5,
    });
  });

  it("are blank where every part is blank, and zero where a part is zero", () => {
    const cells = withTotals(disputes, { "litigationDirect.pending": 0 });
    expect(cells["reconsideration.total"]).toBeNull();
    expect(cells["litigationDirect.total"]).toBe(0);
    expect(cells["reconsideration.upheld"]).toBeNull();
  });

  it("hold every cell of the table and nothing else", () => {
    const cells = withTotals(proactive, { nonsense: 3, licences: 1 });
    expect(Object.keys(cells)).toEqual(proactive.cells.map((cell) => cell.key));
  });

  it("add counts alone", () => {
    expect(sum([1, null, 2])).toBe(3);
    expect(sum([null])).toBeNull();
    expect(sum([])).toBeNull();
  });
});

it("the official tables have 10, 175 and 15 values, of which 10, 144 and 12 are typed", () => {
  const tables = [proactive, applications, disputes];
  expect(tables.map((table) => table.cells.length)).toEqual([10, 175, 15]);
  expect(tables.map((table) => typedCells(table).length)).toEqual([10, 144, 12]);
});

it.each(["__proto__", "constructor", "toString", "received", "received.Total", ""])(
  "the table has no cell %j",
  (key) => expect(cellFormat(applications, key)).toBeUndefined(),
);
