import { describe, expect, test } from "vitest";
import type { Cells, TableKey } from "@/lib/format/format";
import { filled, foundBy, soundSections, withCells } from "@/tests/support/check-input";

const typed = (key: TableKey, values: Cells) => ({
  sections: withCells(soundSections(), key, values),
});

/** As it comes from elsewhere: values that the form would have refused. */
function raw(key: TableKey, values: Cells) {
  const cells = { ...filled(key), ...values };
  return { sections: { ...soundSections(), [key]: { kind: "table" as const, cells, notes: [] } } };
}

describe("T03", () => {
  test("names column, both sides and the difference, once", () => {
    const found = foundBy("T03", typed("applications", { "received.naturalPerson": 7 }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      tier: "block",
      section: "applications",
      cell: "received.naturalPerson",
      expected: "7",
      actual: "6",
      message: "表三「自然人」列勾稽关系不平：第一项＋第二项＝7，第三项（七）＋第四项＝6，相差1",
      fingerprint: "T03:applications:received.naturalPerson:7:6",
    });
  });

  test("counts what came over from last year and what goes on into the next", () => {
    const balanced = { "carriedIn.business": 2, "granted.business": 1, "carriedOut.business": 1 };
    expect(foundBy("T03", typed("applications", balanced))).toEqual([]);
  });

  test("finds errors that cancel each other in 总计", () => {
    const values = { "received.naturalPerson": 7, "carriedOut.business": 1 };
    const cells = foundBy("T03", typed("applications", values)).map(({ cell }) => cell);
    expect(cells).toEqual(["received.naturalPerson", "received.business"]);
  });

  test("says nothing of a column with a blank", () => {
    const values = { "received.naturalPerson": 7, "refusedInquiry.naturalPerson": null };
    expect(foundBy("T03", typed("applications", values))).toEqual([]);
  });
});

describe("T05", () => {
  test.each([
    ["applications", { "received.research": -1 }, "件数不能是负数"],
    ["applications", { "received.research": 1.5 }, "件数必须是整数"],
    ["disputes", { "reconsideration.upheld": "2件" }, "只能填写数字"],
    ["disputes", { "reconsideration.upheld": "2" }, "没有按数值保存"],
    ["proactive", { licences: Number.NaN }, "只能填写数字"],
    ["proactive", { feesWan: "-3" }, "金额不能是负数"],
    ["proactive", { feesWan: 3 }, "没有按数值保存"],
  ] as [TableKey, Cells, string][])("%s %j", (key, values, reason) => {
    const found = foundBy("T05", raw(key, values));
    expect(found.map(({ cell, tier }) => [cell, tier])).toEqual([
      [Object.keys(values)[0], "block"],
    ]);
    expect(found[0]?.message).toContain(reason);
  });

  test("accepts whole numbers, decimal fees and blanks", () => {
    const values = { licences: 999_999_999, feesWan: "5949.088667", penalties: null };
    expect(foundBy("T05", raw("proactive", values))).toEqual([]);
  });
});

describe("T06", () => {
  test("says once per table how many there are, at the first", () => {
    const blanks = { "received.charity": null, "carriedIn.business": null };
    const found = foundBy("T06", typed("applications", blanks));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ tier: "block", cell: "received.charity" });
    expect(found[0]?.message).toBe(
      "表三有2个空白单元格：「一、本年新收政府信息公开申请数量」行「社会公益组织」列、「二、上年结转政府信息公开申请数量」行「商业企业」列",
    );
  });

  test("a zero is no blank", () => {
    expect(foundBy("T06", {})).toEqual([]);
  });
});
