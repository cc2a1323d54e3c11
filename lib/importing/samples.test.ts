import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { flattenCells } from "@/lib/format/content";
import { isTableKey, type TableKey } from "@/lib/format/format";
import { readText } from "@/lib/importing/text";
import { isDoubted } from "@/tests/support/expect-tables";

/** Published reports, kept outside the project. */
const folder = "../shared/samples";
const isPresent = existsSync(folder);
const names = isPresent
  ? readdirSync(folder).flatMap((file) => (file.endsWith(".txt") ? [file.slice(0, -4)] : []))
  : [];
const keys = Object.keys(format2021.tables).filter(isTableKey);

function load(name: string) {
  const read = readText(readFileSync(`${folder}/${name}.txt`, "utf8"), format2021);
  const truth = JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
  const truthOf = (key: TableKey) => flattenCells(format2021, key, truth.tables[key]);
  return { read, truth, truthOf };
}

describe.skipIf(!isPresent)("published reports (skipped where ../shared/samples is absent)", () => {
  it.each(names)("%s: every value is right, or blank with a doubt", (name) => {
    const { read, truthOf } = load(name);
    let right = 0;
    for (const key of keys) {
      const truth = truthOf(key);
      const section = read.sections[key];
      const cells = section?.kind === "table" ? section.cells : {};
      for (const cell of format2021.tables[key].cells) {
        const expected = truth[cell.key] ?? null;
        const totals = read.source.totals[key] ?? {};
        const value = cell.sumOf && cell.key in totals ? totals[cell.key] : cells[cell.key];
        if (value === expected && expected !== null) right += 1;
        else expect([cell.key, value ?? null]).toEqual([cell.key, null]);
        if (expected === null || value === expected) continue;
        expect([cell.key, isDoubted(read, key, cell.key)]).toEqual([cell.key, true]);
      }
    }
    console.info(`${name}: ${right} of 200 values read, ${read.doubts.length} doubts`);
    expect(right).toBeGreaterThanOrEqual(name.startsWith("洪泽") ? 179 : 200);
  });

  it.runIf(names.includes("灋河-2025"))("灋河-2025 is complete, without a doubt", () => {
    const { read, truth, truthOf } = load("灋河-2025");
    for (const key of keys) {
      const section = read.sections[key];
      expect(section?.kind === "table" && section.cells).toEqual(truthOf(key));
    }
    expect([read.bureauName, read.year]).toEqual([truth.bureau, truth.year]);
    expect(read.doubts).toEqual([]);
    expect(read.source.layout).toContainEqual({ table: "applications", problem: "缺少“总计”列" });
    const absent = ["preface", "signoff"];
    const sections = format2021.parts.flatMap((part) => part.sections.map((one) => one.key));
    expect(Object.keys(read.sections)).toEqual(sections.filter((key) => !absent.includes(key)));
    const prose = Object.values(read.sections).flatMap((one) =>
      one.kind === "prose" ? one.paragraphs : [],
    );
    expect(prose.filter((paragraph) => /^（[一二三四五]）/.test(paragraph))).toEqual([]);
  });
});
