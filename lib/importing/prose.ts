import type { SectionKey } from "@/lib/format/format";
import { fitsSection, MAX_PARAGRAPH } from "@/lib/format/prose";
import type { Doubt } from "@/lib/format/source";
import { doubtAt, type Line } from "@/lib/importing/lines";
import { isPageNumber } from "@/lib/importing/value-tokens";

const sentenceEnd = /[。！？；：!?;:][”"’』」）)]*$/;

/** What a web page prints round its article. */
const navigation =
  /^[【[（(]?\s*(?:发布(?:时间|日期|机构|单位)|来源|信息来源|文章来源|浏览(?:次数|量|人数)?|点击(?:数|量|次数)|访问量|阅读(?:次数|量)|字(?:体|号)(?:大小)?|打印|关闭(?:窗口)?|分享(?:到)?|收藏|索引号?|主题分类|公开日期|成文日期|生成日期|有效性|时效性?|关键词|当前位置|您?的?位置|首页|作者|责任编辑|编辑|扫一扫|上一篇|下一篇|相关(?:链接|附件|文档|阅读)|附件下载|返回顶部|主办单位|承办单位|版权所有|网站地图|网站标识码|联系我们)\s*(?:[】\]）)：:>|＞》/\s]|$)/;

/** A remark by somebody else than the organ: the whole line in brackets. */
const editorial = /^[〔【](?:注|编者|编注|原文)[^〔〕【】]*[〕】]$/;

/** Why a line is no prose of a report; null where it may be. */
function noiseReason(text: string): string | null {
  if (isPageNumber(text)) return "疑为页码，没有采用";
  if (text.length > 120) return null;
  if (editorial.test(text)) return "疑为编者所加的说明，没有采用";
  return navigation.test(text) ? "疑为网页的导航或发布信息，没有采用" : null;
}

/** Lines without page numbers and navigation, each of which becomes a doubt. */
export function dropNoise(lines: Line[], doubts: Doubt[], section: SectionKey | null): Line[] {
  return lines.filter((line) => {
    const reason = noiseReason(line.text);
    if (reason) doubts.push(doubtAt(line, reason, section));
    return !reason;
  });
}

/** Columns that a line takes on paper: two for a Chinese character. */
function width(line: Line): number {
  const text = line.raw.trim();
  if (text.length > 400) return text.length;
  let columns = 0;
  for (const character of text) columns += character > "\u00ff" ? 2 : 1;
  return columns;
}

/**
 * Width of the page at whose edge the lines are cut, as in a PDF file's text;
 * null where a line is a paragraph.
 */
export function pageWidth(lines: Line[]): number | null {
  const filled = lines.filter((line) => line.text !== "");
  const open = filled.filter((line) => !endsSentence(line)).map(width);
  if (open.length < 3 || open.length < filled.length * 0.4) return null;
  const widest = open.reduce((a, b) => Math.max(a, b), 0);
  const full = open.filter((columns) => columns >= widest * 0.75);
  return widest <= 200 && full.length >= open.length * 0.8 ? widest : null;
}

function endsSentence(line: Line): boolean {
  return sentenceEnd.test(line.text.slice(-4));
}

/**
 * Paragraphs out of lines: one per line; on a page of known width a paragraph
 * goes on until a short line ends a sentence.
 */
export function joinParagraphs(lines: Line[], page: number | null): string[] {
  const paragraphs = page === null ? lines.map((line) => line.text) : unwrap(lines, page);
  return paragraphs.filter((paragraph) => paragraph !== "");
}

function unwrap(lines: Line[], page: number): string[] {
  const paragraphs: string[][] = [];
  let open: Line | null = null;
  for (const line of lines) {
    if (line.text === "") {
      if (open && endsSentence(open)) open = null;
      continue;
    }
    if (open) paragraphs.at(-1)?.push(seam(open.text, line.text), line.text);
    else paragraphs.push([line.text]);
    open = width(line) < page - 3 && endsSentence(line) ? null : line;
  }
  return paragraphs.map((parts) => parts.join(""));
}

/** Chinese runs on without a space; words in Latin letters do not. */
function seam(before: string, after: string): string {
  return /[A-Za-z]$/.test(before.slice(-1)) && /^[A-Za-z]/.test(after) ? " " : "";
}

/** The paragraphs that a person could have typed too; the others become a doubt about `lines`. */
export function fitting(
  all: string[],
  lines: Line[],
  { doubts, key }: { doubts: Doubt[]; key: SectionKey },
): string[] {
  const short = all.filter((text) => text.length <= MAX_PARAGRAPH);
  const paragraphs = fitsSection(short) ? short : [];
  const [first] = lines;
  if (first && paragraphs.length < all.length) {
    const reason = "文字过长或段落过多，没有全部采用，请精简或分段后手工填写";
    doubts.push(doubtAt(first, reason, key));
  }
  return paragraphs;
}
