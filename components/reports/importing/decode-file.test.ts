import { describe, expect, it } from "vitest";
import { decodeFile } from "@/components/reports/importing/decode-file";

const bytes = (...values: number[]) => new Uint8Array(values);

describe("a text file as office programs write it", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode("灋河"), "灋河"],
    ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, 0xe6, 0xb2, 0xb3), "河"],
    ["UTF-16, little end first", bytes(0xff, 0xfe, 0x4b, 0x70, 0xb3, 0x6c), "灋河"],
    ["UTF-16, big end first", bytes(0xfe, 0xff, 0x70, 0x4b, 0x6c, 0xb3), "灋河"],
    ["GB18030", bytes(0xba, 0xd3), "河"],
  ])("%s", (_, file, text) => {
    expect(decodeFile("年报.TXT", file)).toEqual({ ok: true, text });
  });

  it.each([
    ["a document", "年报.docx", new TextEncoder().encode("x"), "复制"],
    ["an empty file", "年报.txt", bytes(), "空的"],
    ["bytes of no encoding", "年报.txt", bytes(0xff, 0x00, 0x80), "不是文本"],
    ["too much", "年报.txt", new Uint8Array(2 * 1024 * 1024 + 1).fill(65), "2 MB"],
  ])("refuses %s and says what to do", (_, name, file, word) => {
    expect(decodeFile(name, file)).toEqual({ ok: false, reason: expect.stringContaining(word) });
  });
});
