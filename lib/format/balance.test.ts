import { expect, test } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { columnBalances } from "@/lib/format/balance";
import { typedCells, withTotals } from "@/lib/format/cells";
import type { Cells } from "@/lib/format/format";

const table = format2021.tables.applications;
const zeros = Object.fromEntries(typedCells(table).map((cell) => [cell.key, 0]));

function balanceOf(column: string, typed: Cells) {
  return columnBalances(withTotals(table, typed)).find((balance) => balance.column === column);
}

test("一 + 二 against 三（七）+ 四, per column", () => {
  const typed = {
    ...zeros,
    "received.naturalPerson": 6,
    "carriedIn.naturalPerson": 2,
    "granted.naturalPerson": 5,
    "carriedOut.naturalPerson": 3,
    "received.business": 1,
  };
  expect(balanceOf("naturalPerson", typed)).toMatchObject({ left: 8, right: 8, balanced: true });
  expect(balanceOf("business", typed)).toMatchObject({ left: 1, right: 0, balanced: false });
  expect(balanceOf("total", typed)).toMatchObject({ left: 9, right: 8, balanced: false });
  expect(balanceOf("research", typed)).toMatchObject({ left: 0, balanced: true, complete: true });
});

test("nothing is said of a column while one of its cells is blank", () => {
  const complete = (typed: Cells) => balanceOf("naturalPerson", typed)?.complete;
  expect(complete(zeros)).toBe(true);
  for (const row of ["received", "carriedIn", "carriedOut", "granted", "otherRest"]) {
    expect(complete({ ...zeros, [`${row}.naturalPerson`]: null })).toBe(false);
  }
});

test("the seven columns stand in their official order", () => {
  const labels = columnBalances(withTotals(table, zeros)).map((balance) => balance.label);
  const official = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计";
  expect(labels.join(" ")).toBe(official);
});
