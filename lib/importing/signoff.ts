import type { Line } from "@/lib/importing/lines";

const year = "(?:20\\d{2}|二[〇零○oO0Ｏ][〇零○oO0Ｏ一二三四五六七八九]{2})";
const date = new RegExp(
  `${year}\\s*(?:年\\s*[\\d一二三四五六七八九十]{1,3}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日|[-./]\\d{1,2}[-./]\\d{1,2})$`,
);

/** Lines from the end in which 落款 is looked for. */
const DEEPEST = 12;

/**
 * 落款, organ and date, at the end of the last part.
 * @returns the lines before it, its own, and what follows it.
 */
export function splitSignoff(
  lines: Line[],
  bureauName: string | null,
): { body: Line[]; signoff: Line[]; behind: Line[] } {
  const filled = lines.flatMap((line, i) => (line.text === "" ? [] : [i]));
  const tail = filled.slice(-DEEPEST);
  const isOrgan = (i: number) => isOrganName(lines[i]?.text ?? "", bureauName);
  const dated = tail.findLastIndex((i) => isDate(lines[i]?.text ?? ""));
  const organ =
    dated < 0 ? tail.findLastIndex((i) => isSame(lines[i]?.text ?? "", bureauName)) : -1;
  const end = tail[dated >= 0 ? dated : organ];
  if (end === undefined) return { body: lines, signoff: [], behind: [] };
  const before = dated > 0 ? tail[dated - 1] : undefined;
  const start = before !== undefined && isOrgan(before) ? before : end;
  const signoff = lines.slice(start, end + 1).filter((line) => line.text !== "");
  return { body: lines.slice(0, start), signoff, behind: lines.slice(end + 1) };
}

function isDate(text: string): boolean {
  if (text.length > 60 || !date.test(text)) return false;
  const before = text.replace(date, "").trim();
  return before === "" || isOrganName(before, null);
}

/** A short line that ends in the name of a kind of organ and is no sentence. */
function isOrganName(text: string, bureauName: string | null): boolean {
  if (isSame(text, bureauName)) return true;
  if (text.length > 40 || /[，。：；、！？,:;]/.test(text)) return false;
  return /(?:局|委|委员会|办公室|办公厅|办|厅|政府|院|会|处|站|队|所|中心|街道|银行|管理区)$/.test(
    text,
  );
}

function isSame(text: string, bureauName: string | null): boolean {
  return bureauName !== null && text.length < 80 && text.replace(/\s+/g, "") === bureauName;
}
