import { inflateSync } from "node:zlib";

/** All of a PDF's streams, unpacked, and what stands between them. */
export function unpackedPdf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString("latin1");
  return raw.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, body: string) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return whole;
    }
  });
}

/** Characters that glyphs of the file's subset fonts stand for: what copying and searching find. */
export function charactersIn(pdf: Uint8Array): Set<string> {
  const maps = unpackedPdf(pdf).match(/beginbfchar[\s\S]*?endbfchar/g) ?? [];
  const codes = maps.flatMap((map) => [...map.matchAll(/<[0-9A-F]+> <([0-9A-F]+)>/gi)]);
  return new Set(codes.map(([, hex = ""]) => Buffer.from(hex, "hex").swap16().toString("utf16le")));
}

export function pagesIn(pdf: Uint8Array): number {
  return unpackedPdf(pdf).replaceAll(/\s/g, "").split("/Type/Page/").length - 1;
}
