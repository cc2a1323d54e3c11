import { describe, expect, it } from "vitest";
import { decodeFile } from "@/components/reports/importing/decode-file";

const bytes = (...values: number[]) => new Uint8Array(values);

describe("a chosen file", () => {
  it("is taken under any case of its ending", () => {
    expect(decodeFile("年报.TXT", bytes(0xba, 0xd3))).toEqual({ ok: true, text: "河" });
  });

  it.each([
    ["a document", "年报.docx", new TextEncoder().encode("x"), "复制"],
    ["an empty file", "年报.txt", bytes(), "空的"],
    ["bytes of no encoding", "年报.txt", bytes(0xff, 0x00, 0x80), "不是文本"],
    ["too much", "年报.txt", new Uint8Array(2 * 1024 * 1024 + 1).fill(65), "2 MB"],
    ["lines without end", "年报.txt", new Uint8Array(20_000).fill(10), "20001 行"],
    [
      "what grows beyond it on its way",
      "年报.txt",
      new Uint8Array(1_500_000).fill(0xba),
      "750000 字",
    ],
  ])("refuses %s and says what to do", (_, name, file, word) => {
    expect(decodeFile(name, file)).toEqual({ ok: false, reason: expect.stringContaining(word) });
  });
});
