/** A number that prose states with a counting word: “收到 6 条”, “十二件”. */
export interface StatedCount {
  value: number;
  /** 余, 近, 约, 多, 以上 and ranges: true of many values, so nothing can be held against it. */
  approximate: boolean;
  /** UTF-16 offsets in the text, from the first digit to the end of the counting word. */
  start: number;
  end: number;
}

const digits = "〇一二三四五六七八九";
const numeral =
  /[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?|[〇零○一二两三四五六七八九十百千万]+/g;
const suffix =
  /^\s{0,4}([百千万亿]?)\s{0,4}([余多来几]?)\s{0,4}[件条份宗起例](左右|以上|以下|上下)?/;
const ordinal = /(?:第|每|任何)\s{0,4}$/;
const vagueLead =
  /(?:近|约|超|超过|逾|突破|不足|不到|至少|最多|[0-9０-９件条]\s{0,4}[-－~～—至到])\s{0,4}$/;
const longest = 15;

const scale: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/**
 * Counts in 件 or 条 (份, 宗, 起, 例) as Arabic, full-width or Chinese numerals up to 万.
 * Ordinals (第二十条), 每一件 and numerals without a counting word are no counts.
 */
export function readCounts(text: string): StatedCount[] {
  const found: StatedCount[] = [];
  for (const match of text.matchAll(numeral)) {
    const start = match.index;
    const after = start + match[0].length;
    const tail = suffix.exec(text.slice(after, after + 20));
    const lead = text.slice(Math.max(0, start - 10), start);
    const read = tail && !ordinal.test(lead) ? readNumeral(match[0]) : null;
    if (!tail || !read) continue;
    const isRounded = tail[1] !== "" || tail[2] !== "" || tail[3] !== undefined;
    const isSome = /[数几]$/.test(lead) && /^[十百千万]/.test(match[0]);
    found.push({
      value: read.value * (scale[tail[1] ?? ""] ?? 1),
      approximate: read.vague || isRounded || isSome || vagueLead.test(lead),
      start,
      end: after + tail[0].length,
    });
  }
  return found;
}

function readNumeral(text: string): { value: number; vague: boolean } | null {
  if (text.length > longest) return null;
  if (/^[0-9０-９]/.test(text)) {
    const plain = text
      .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
      .replace(/[,，]/g, "");
    return { value: Number(plain), vague: false };
  }
  const plain = text.replace(/[零○]/g, "〇").replace(/两/g, "二");
  if (/[十百千万]/.test(plain)) {
    const value = spokenValue(plain);
    return value === null ? null : { value, vague: false };
  }
  // 三五件 means “three to five”; 一二〇件 is read digit by digit.
  const vague = plain.length > 1 && !plain.includes("〇");
  return { value: Number([...plain].map((c) => digits.indexOf(c)).join("")), vague };
}

const spoken =
  /^(?:([^万]+)万)?(?:([一二三四五六七八九])千)?〇?(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九]?)十)?〇?([一二三四五六七八九]?)$/;

/** 一百零三 as 103. Null for what is no number (百十) and for spoken shortening (一百二 is 120). */
function spokenValue(text: string): number | null {
  const parts = spoken.exec(text);
  if (!parts) return null;
  const [, myriads, thousands, hundreds, tens, ones] = parts;
  const isShortened = ones && tens === undefined && !text.includes("〇");
  if (isShortened && (hundreds ?? thousands ?? myriads)) return null;
  const high = !myriads
    ? 0
    : /^[一二三四五六七八九]$/.test(myriads)
      ? digit(myriads)
      : spokenValue(myriads);
  if (high === null) return null;
  const ten = tens === "" ? 1 : digit(tens);
  return high * 10_000 + digit(thousands) * 1000 + digit(hundreds) * 100 + ten * 10 + digit(ones);
}

function digit(character: string | undefined): number {
  return character ? digits.indexOf(character) : 0;
}
