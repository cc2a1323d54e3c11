import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { GET as getReport } from "@/app/api/v1/reports/[id]/route";
import { format2021 } from "@/lib/format/2021";
import { parseCell, typedCells } from "@/lib/format/cells";
import { flattenCells } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";
import { fitsSection, proseProblem } from "@/lib/format/prose";
import { callApi, expectRefusal } from "@/tests/support/api";
import { draftReport, seedDistrict, tokenOf } from "@/tests/support/demo";

let token = "";
let id = "";

beforeAll(async () => {
  await seedDistrict();
  token = await tokenOf("sfj.clerk");
  id = await draftReport("sfj", 2025);
});

function send(body: string | Uint8Array, query = "", headers = {}) {
  return callApi(postImport, { token, method: "POST", params: { id }, query, body, headers });
}

/** A text that the reader can place, with something hostile inside. */
function around(hostile: string): string {
  return `灋河回族区司法局2025年政府信息公开工作年度报告\n一、总体情况\n${hostile}\n五、存在的主要问题及改进情况\n${hostile}\n六、其他需要报告的事项\n没有收取信息处理费。`;
}

describe("a body that is no text", () => {
  test.each([
    ["application/json", "{}"],
    ["application/octet-stream", "正文"],
    ["application/pdf", "%PDF-1.7"],
    ["text/html", "<h1>正文</h1>"],
    ["multipart/form-data", "正文"],
    ["multipart/form-data; boundary=x", "正文"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n正文\r\n--x--',
    ],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="other"; filename="a"\r\n\r\n正文\r\n--x--',
    ],
    ["multipart/form-data; boundary=", "--"],
    ["nonsense", "正文"],
    ["", "正文"],
  ])("%j is refused (%#)", async (type, body) => {
    expectRefusal(await send(body, "", { "content-type": type }), 422);
  });

  test("bytes in no known encoding are refused", async () => {
    expectRefusal(await send(new Uint8Array([0xff, 0xfe, 0xff, 0xff, 0x80])), 422);
  });

  test("more than two megabytes are refused unread", async () => {
    expectRefusal(await send("字".repeat(700_000)), 413);
  });

  test.each(["?apply=1", "?apply=TRUE", "?confirm=yes", "?apply=", "?force=true", "?apply=%00"])(
    "the question %s is refused",
    async (query) => expectRefusal(await send(around("正文"), query), 422),
  );
});

describe("a text without a report in it", () => {
  test.each([
    "",
    " ",
    "\n\n\n",
    "\u0000",
    "你好",
    "\ufeff",
    "🙂".repeat(500),
    "<script>alert(1)</script>",
  ])("%j is shown with doubts, and stores nothing", async (text) => {
    expect((await send(text)).status).toBe(200);
    expectRefusal(await send(text, "?apply=true"), 422);
  });
});

/** Whatever the text: it is refused in words, or what it stores could have been typed. */
async function survives(text: string): Promise<void> {
  const shown = await send(text);
  expect(shown.status).toBe(200);
  const stored = await send(text, "?apply=true&confirm=true");
  if (stored.status !== 200) return expectRefusal(stored, stored.status);
  const { body } = await callApi(getReport, { token, params: { id } });
  for (const section of Object.values<{ paragraphs?: string[]; notes: string[] }>(body.sections)) {
    const paragraphs = section.paragraphs ?? section.notes;
    expect(fitsSection(paragraphs)).toBe(true);
    for (const text of paragraphs) expect(proseProblem(text)).toBeNull();
  }
  for (const key of ["proactive", "applications", "disputes"] as TableKey[]) {
    const cells = flattenCells(format2021, key, stored.body.content.tables[key]);
    expect(body.sections[key].cells).toEqual(cells);
    for (const { key: cell, kind } of typedCells(format2021.tables[key])) {
      expect(parseCell(kind, cells[cell])).toEqual({ ok: true, value: cells[cell] });
    }
  }
}

test.each([
  ["NUL", "正\u0000文"],
  ["a bell", "正\u0007文"],
  ["text that runs backwards", "正\u202e文"],
  ["marks that turn numbers round", "5\u200f 6\u061c 7"],
  ["C1", "正\u0085文"],
  ["line separators", "正\u2028文\u2029文"],
  ["a form feed", "正\f文"],
  ["rare characters", "灋𠮷\u{20000}"],
  ["an endless line", "字".repeat(30_000)],
  ["a section without end", `${"字".repeat(19_000)}\n`.repeat(3)],
  ["a thousand paragraphs", "段落。\n".repeat(1000)],
  [
    "a note below a table without end",
    `二、主动公开政府信息情况\n行政许可\t1\n行政处罚\t2\n注：${"字".repeat(20_001)}`,
  ],
  ["heading upon heading", "一、总体情况\n".repeat(200)],
  ["digits without end", "1".repeat(20_000)],
  ["numbers without end", "12 ".repeat(10_000)],
  ["tabs without end", "\t".repeat(20_000)],
  ["tables upon tables", "行政许可\t1\n行政处罚\t2\n".repeat(500)],
  ["a number of a million digits", `二、主动公开政府信息情况\n行政许可 ${"9".repeat(100_000)}`],
  ["prototype names", "__proto__ constructor toString"],
  ["format strings", '%s %n {{x}} \'; DROP TABLE "Report"; --'],
])("%s in the text end in words or in text that could have been typed", async (_, hostile) => {
  await survives(around(hostile));
});

test("what was left out of a text is a doubt, and never silent", async () => {
  const { body } = await send(around(`正\u202e文\n${"字".repeat(20_001)}`));
  const reasons = body.doubts.map((doubt: { reason: string }) => doubt.reason);
  expect(reasons).toContainEqual(expect.stringContaining("已删去"));
  expect(reasons).toContainEqual(expect.stringContaining("文字过长"));
});

test("whatever stands in the text, the answer is never a 500", async () => {
  const pieces = fc.constantFrom(
    "一、总体情况\n",
    "二、主动公开政府信息情况\n",
    "三、收到和处理政府信息公开申请情况\n",
    "四、政府信息公开行政复议、行政诉讼情况\n",
    "五、存在的主要问题及改进情况\n",
    "六、其他需要报告的事项\n",
    "（一）主动公开\n",
    "行政许可\t",
    "自然人 商业企业 总计\n",
    "一、本年新收政府信息公开申请数量 ",
    "1 2 3 4 5 6 7\n",
    "-1\t1.5\t６\t1,024\n",
    "2025 年",
    "\u0000",
    "\u202e",
    "\n",
  );
  const text = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 20 })), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(text, async (parts) => survives(parts.join(""))),
    { numRuns: 60 },
  );
});
