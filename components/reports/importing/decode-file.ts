import { decodeText } from "@/lib/importing/decode";

/** Most bytes that the server takes. */
const MAX_BYTES = 2 * 1024 * 1024;

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
  if (text) return { ok: true, text };
  return refuse(`“${name}”是空的，或者不是文本。请另存为 UTF-8 文本后再试。`);
}

function refuse(reason: string): DecodedFile {
  return { ok: false, reason };
}
