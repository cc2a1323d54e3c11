import { expect, it } from "vitest";
import { decodeText } from "@/lib/importing/decode";

const bytes = (...values: number[]) => new Uint8Array(values);

it.each([
  ["UTF-8", new TextEncoder().encode("灋河"), "灋河"],
  ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, 0xe6, 0xb2, 0xb3), "河"],
  ["UTF-16, little end first", bytes(0xff, 0xfe, 0x4b, 0x70, 0xb3, 0x6c), "灋河"],
  ["UTF-16, big end first", bytes(0xfe, 0xff, 0x70, 0x4b, 0x6c, 0xb3), "灋河"],
  ["GB18030", bytes(0xba, 0xd3), "河"],
  ["nothing", bytes(), ""],
  ["no known encoding", bytes(0xff, 0x00, 0x80), null],
])("reads %s", (_, file, text) => {
  expect(decodeText(file)).toBe(text);
});
