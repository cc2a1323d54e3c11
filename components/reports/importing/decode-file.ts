import { decodeText } from "@/lib/importing/decode";

/** Most bytes that the server takes. */
const MAX_BYTES = 2 * 1024 * 1024;

/** A report has some hundreds of lines; a browser takes a minute to show a million. */
const MAX_LINES = 20_000;

/** Why a text is no report that could be read, in Chinese; null when it may be tried. */
export function sizeProblem(text: string): string | null {
  const lines = text.split("\n").length;
  if (lines > MAX_LINES) return `来稿有 ${lines} 行，远远超过一份年度报告，请确认没有选错。`;
  // It is sent as UTF-8, whatever it was read from.
  const isLong = new TextEncoder().encode(text).byteLength > MAX_BYTES;
  return isLong ? `来稿有 ${text.length} 字，远远超过一份年度报告，请确认没有选错。` : null;
}

export type DecodedFile = { ok: true; text: string } | { ok: false; reason: string };

/** The text of a chosen .txt file, or why it is not taken. */
export function decodeFile(name: string, bytes: Uint8Array): DecodedFile {
  if (!/\.txt$/i.test(name)) {
    return refuse(
      `“${name}”不是 .txt 文本文件。请打开它，全选、复制，再粘贴到这里；或者另存为纯文本（.txt）。`,
    );
  }
  if (bytes.byteLength > MAX_BYTES) return refuse(`“${name}”超过 2 MB，请确认没有选错文件。`);
  const text = decodeText(bytes);
  if (!text) return refuse(`“${name}”是空的，或者不是文本。请另存为 UTF-8 文本后再试。`);
  const problem = sizeProblem(text);
  return problem ? refuse(problem) : { ok: true, text };
}

function refuse(reason: string): DecodedFile {
  return { ok: false, reason };
}
