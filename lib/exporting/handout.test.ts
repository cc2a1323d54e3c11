import { expect, test } from "vitest";
import { changesPages, cleanPages, markedPages } from "@/lib/exporting/handout";
import { renderChangesPdf, renderPagesPdf } from "@/lib/exporting/pdf";
import { markSections } from "@/lib/reports/comparisons/rules";
import { changeRows } from "@/lib/reports/handouts/rules";
import { charactersIn, pagesIn, unpackedPdf } from "@/tests/support/pdf-text";
import { before, edited, format, handoutOf } from "@/tests/support/two-texts";

const handout = handoutOf();
const after = edited(
  { other: ["本年度收取瀍水案信息处理费。"], "overview.lead": [] },
  { applications: { "received.naturalPerson": 7 } },
);
const marked = markSections(format, before, after);

function changesOf(words = "请核对") {
  const item = { section: "applications", cell: "received.naturalPerson", words };
  const asked = [{ ...item, byName: "周建国", revisionNo: 3 }];
  return changesPages(handout, changeRows(format, marked, { asked, explained: [] }));
}

test("the frame names both 稿 with their 校验码, and says when each was made", () => {
  const { mark, head } = changesOf();
  expect(mark).toEqual({
    word: "修改对照表",
    rest: "　灋河回族区司法局2024年度报告　第 3 稿 → 第 5 稿　校验码 3F2A 91BC → 7C11 0D2E",
  });
  expect(head?.facts).toEqual([
    "原　稿：第 3 稿　校验码 3F2A 91BC　2026-01-05 09:30　马晓雯",
    "修改后：第 5 稿（局务会稿）　校验码 7C11 0D2E　2026-01-05 09:30　马晓雯",
  ]);
  const { mark: above, foot, head: none } = cleanPages(handout, after);
  expect(above?.rest).toContain("第 5 稿（局务会稿）");
  expect([foot, none]).toEqual(["第 5 稿　校验码 7C11 0D2E", null]);
});

test("a compilation says so", () => {
  const identity = { ...handout.identity, scope: "area" as const };
  const { documentTitle } = changesPages({ ...handout, identity }, []);
  expect(documentTitle).toBe("灋河回族区司法局2024年度报告（汇总）修改对照表");
});

test("修改对照表 has a numbered row for each change, and words where there was nothing", () => {
  const { rows, closing } = changesOf();
  expect(rows.map(({ no, remarks }) => [no, remarks])).toEqual([
    ["1", ["删去一段"]],
    ["2", ["退回意见（周建国，第 3 稿）：请核对"]],
    ["3", []],
  ]);
  expect(rows[0]?.sides[1]).toEqual([{ kind: "same", text: "（无）" }]);
  expect(closing).toBe("共 3 处改动。");
  expect(changesPages(handout, []).closing).toBe("两稿的内容完全一致，没有改动。");
});

test("the same two 稿 give the same bytes", async () => {
  const files = () =>
    Promise.all([
      renderChangesPdf(changesOf()),
      renderPagesPdf(markedPages(handout, marked)),
      renderPagesPdf(cleanPages(handout, after)),
    ]);
  const [first, again] = [await files(), await files()];
  expect(first.map(sameAs(again))).toEqual([true, true, true]);
  expect(first.map((file) => unpackedPdf(file).includes("/CreationDate"))).toEqual([
    false,
    false,
    false,
  ]);
});

function sameAs(others: Uint8Array[]) {
  return (file: Uint8Array, i: number) => Buffer.from(file).equals(others[i] ?? new Uint8Array());
}

test("each PDF holds the words that belong in it", async () => {
  const changes = charactersIn(await renderChangesPdf(changesOf("瀘水数据")));
  for (const character of "修改对照表序号位置原文说明退回意见瀘瀍案") {
    expect(changes).toContain(character);
  }
  const whole = charactersIn(await renderPagesPdf(markedPages(handout, marked)));
  // Of what was struck out and of what was put in; elsewhere in the text there is neither.
  for (const character of "署瀍") expect(whole).toContain(character);
  const clean = charactersIn(await renderPagesPdf(cleanPages(handout, after)));
  expect(clean).toContain("瀍");
  expect(clean).not.toContain("署");
});

test("a row that is longer than a page goes on over the next, under the same heads", async () => {
  const long = edited({ problems: ["逐条说明整改情况，".repeat(1500)] });
  const rows = changeRows(format, markSections(format, before, long), { asked: [], explained: [] });
  const pdf = await renderChangesPdf(changesPages(handout, rows));
  expect(pagesIn(pdf)).toBeGreaterThan(5);
  expect(unpackedPdf(pdf).match(/\/S ?\/TH\b/g)).toHaveLength(5);
});
