import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonical, canonicalSection, contentHash, sha256 } from "@/lib/format/hash";
import { shortHash } from "@/lib/format/short-hash";

describe("canonical JSON (RFC 8785)", () => {
  it("sorts keys by their UTF-16 units and leaves nothing between tokens", () => {
    // The example of RFC 8785, section 3.2.3.
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(canonical(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
        '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it("writes numbers as ECMAScript does", () => {
    const numbers = JSON.parse("[333333333.33333329, 1E30, 4.50, 2e-3, 1e-27, -0]");
    expect(canonical(numbers)).toBe("[333333333.3333333,1e+30,4.5,0.002,1e-27,0]");
  });

  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s", (value) => {
    expect(() => canonical(value)).toThrow();
  });
});

describe("hashes", () => {
  it("are SHA-256 over UTF-8, in lower-case hexadecimal", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256("灋")).toBe(
      createHash("sha256")
        .update(Buffer.from([0xe7, 0x81, 0x8b]))
        .digest("hex"),
    );
    expect(sha256(new Uint8Array([0xe7, 0x81, 0x8b]))).toBe(sha256("灋"));
  });

  it("keep text as typed: two ways to write one character are two texts", () => {
    const [composed, decomposed] = ["é", "e\u0301"].map((text) =>
      canonicalSection({ kind: "prose", paragraphs: [text] }),
    );
    expect(composed).not.toBe(decomposed);
  });

  it("cover the cells nested and the notes of a table", () => {
    const cells = { "received.total": 6, "received.business": null, feesWan: "1.50" };
    const text = canonicalSection({ kind: "table", cells, notes: ["注"] });
    expect(text).toBe(
      '{"cells":{"feesWan":"1.50","received":{"business":null,"total":6}},"notes":["注"]}',
    );
  });

  it("of the report hang on identity and every section, in whatever order they come", () => {
    const identity = { format: "2021", bureau: "sfj", year: 2025, scope: "own" } as const;
    const hash = contentHash(identity, { title: "a", problems: "b" });
    expect(hash).toBe(
      sha256(
        '{"bureau":"sfj","format":"2021","scope":"own","sections":{"problems":"b","title":"a"},"year":2025}',
      ),
    );
    expect(contentHash(identity, { problems: "b", title: "a" })).toBe(hash);
    const others = [
      contentHash({ ...identity, year: 2024 }, { title: "a", problems: "b" }),
      contentHash({ ...identity, bureau: "jyj" }, { title: "a", problems: "b" }),
      contentHash({ ...identity, scope: "area" }, { title: "a", problems: "b" }),
      contentHash(identity, { title: "a", problems: "c" }),
      contentHash(identity, { title: "a" }),
    ];
    expect(new Set([hash, ...others]).size).toBe(6);
  });

  it("are shown short in two groups of four", () => {
    expect(shortHash("0a1b2c3d".padEnd(64, "f"))).toBe("0A1B 2C3D");
  });
});
