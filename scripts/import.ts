import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { typedCells } from "@/lib/format/cells";
import { findSection, getFormat } from "@/lib/format/content";
import { isTableKey, type SectionKey } from "@/lib/format/format";
import { decodeText } from "@/lib/importing/decode";
import { readText } from "@/lib/importing/text";

/** `npm run import -- FILE`: what the program would read out of a text; stores nothing. */
const format = getFormat("2021");
const [name] = process.argv.slice(2);
const path = name && resolve(process.env.INIT_CWD ?? ".", name);
if (!path) fail("请写明来稿：npm run import -- 来稿.txt");
else if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
  fail(`没有找到文件 ${path}，请检查路径。`);
} else {
  const text = decodeText(readFileSync(path));
  if (text) show(text);
  else fail(`${path} 是空的，或者不是文本。请另存为 UTF-8 文本（.txt）后再试。`);
}

function show(text: string): void {
  const { bureauName, year, sections, doubts } = readText(text, format);
  say(`机关：${bureauName ?? "没有读出"}　年度：${year ?? "没有读出"}`);
  for (const [key, content] of Object.entries(sections)) {
    const name = labelOf(key as SectionKey);
    if (content.kind === "prose") say(`${name}：${content.paragraphs.length} 段`);
    else if (isTableKey(key)) {
      const cells = typedCells(format.tables[key]);
      const read = cells.filter((cell) => (content.cells[cell.key] ?? null) !== null).length;
      say(`${name}：${cells.length} 个单元格中读出 ${read} 个`);
    }
  }
  say(`存疑 ${doubts.length} 处`);
  for (const { where, raw, reason } of doubts) {
    const place = where.section ? `，${labelOf(where.section)}` : "";
    say(`  第 ${where.line} 行${place}：${reason}${raw.trim() && `〔${raw.trim()}〕`}`);
  }
}

function labelOf(key: SectionKey): string {
  return findSection(format, key)?.label ?? key;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
