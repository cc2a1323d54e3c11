import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCounts } from "@/lib/checks/numbers";

const units = ["", "十", "百", "千"];

/** The usual way to write a number below a hundred million: 一百零三, 十二, 两万零五十. */
function written(value: number): string {
  if (value >= 10_000) {
    const [high, low] = [Math.floor(value / 10_000), value % 10_000];
    const gap = low > 0 && low < 1000 ? "零" : "";
    return `${written(high)}万${gap}${low > 0 ? written(low).replace(/^十/, "一十") : ""}`;
  }
  const digits = [...String(value)].map(Number);
  const text = digits
    .map((digit, i) =>
      digit === 0 ? "零" : `${"零一二三四五六七八九"[digit]}${units[digits.length - 1 - i]}`,
    )
    .join("")
    .replace(/零+/g, "零")
    .replace(/(?<=.)零$/, "");
  return text.replace(/^一十/, "十");
}

describe("readCounts", () => {
  test.each([
    ["收到 6 条", 6],
    ["１２件", 12],
    ["1,024件", 1024],
    ["1，024 件", 1024],
    ["六件", 6],
    ["十二件", 12],
    ["两件", 2],
    ["一百零三件", 103],
    ["一百一十件", 110],
    ["三千零二十件", 3020],
    ["一万二千件", 12_000],
    ["〇件", 0],
    ["一二〇件", 120],
    ["3万件", 30_000],
  ])("%s", (text, value) => {
    expect(readCounts(text)[0]?.value).toBe(value);
  });

  test.each([
    "10余件",
    "近10件",
    "约 10 件",
    "14万余条",
    "三五件",
    "数十件",
    "几十件",
    "十几件",
    "10件以上",
    "逾百件",
    "3至5件",
    "3-5件",
    "不足5件",
  ])("%s is no exact number", (text) => {
    expect(readCounts(text).filter(({ approximate }) => !approximate)).toEqual([]);
  });

  test.each(["第二十条", "第 20 条", "每一件", "2025年", "一是", "6.7%", "百十件", "一百二件"])(
    "%s is no count",
    (text) => {
      expect(readCounts(text)).toEqual([]);
    },
  );

  test("stands where it says", () => {
    const text = "其中 A 3 件、B十二件";
    const found = readCounts(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(["3 件", "十二件"]);
  });

  test("reads every number up to ten thousand ten thousands as it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(readCounts(`${written(value)}件`)).toMatchObject([{ value, approximate: false }]);
        expect(readCounts(`${value}件`)).toMatchObject([{ value }]);
      }),
    );
  });
});
