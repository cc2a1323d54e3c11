/**
 * The text of bytes as office programs write it: UTF-16 with its mark, UTF-8, else GB18030;
 * null for bytes of none of them.
 */
export function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of [utf16Of(bytes), "utf-8", "gb18030"]) {
    const text = encoding && decode(encoding, bytes);
    if (text !== null) return text;
  }
  return null;
}

function utf16Of([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
