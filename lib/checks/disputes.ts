import type { CheckInput, Fault } from "@/lib/checks/finding";
import { readCounts } from "@/lib/checks/numbers";
import { clausesOfYear, type Place, proseSentences } from "@/lib/checks/scope";
import type { Clause } from "@/lib/checks/sentences";
import { cellsOf } from "@/lib/format/content";
import type { Cells } from "@/lib/format/format";

/** The bureau as the one who hears, defends or teaches, not as the one complained of. */
const otherRole = /审理|应诉|出庭|代理|指导|培训|宣传|研讨|典型/;
const aboutDisclosure = /信息公开|依申请公开|公开申请/;
const subject = /复议后起诉|未经复议直接起诉|直接起诉|复议|诉讼/g;

/** “行政复议 X 件”, “未发生行政诉讼” against 表四 (domain F5). */
export function disputeFaults(input: CheckInput): Fault[] {
  const cells = cellsOf(input.sections, "disputes");
  return proseSentences(input).flatMap((place) => {
    const { text } = place.sentence;
    if (otherRole.test(text)) return [];
    const isCounted = place.section === "overview.applications" || aboutDisclosure.test(text);
    return clausesOfYear(place.sentence, input.identity.year).flatMap((clause) => {
      const denied = denialIn(clause.text);
      if (denied) return deniedCases(clause, denied, place, cells);
      return isCounted ? countedCases(clause, place, cells) : [];
    });
  });
}

interface Span {
  start: number;
  end: number;
}

const denial = /未发生|未出现|未产生|未引发|未收到|未被|没有|无(?![法论关偿需须人效线纸])/g;
const deniedAfter = /^[^复诉起]{0,12}?(?:均?未发生|均无$|均没有$|为零)/;
/** 无败诉案件, 没有现成信息: no denial of cases. */
const narrower =
  /正当|败诉|纠错|纠正|撤销|违法|变更|责令|逾期|超期|差错|现成|提供|及时|按时|维持|审结/;

/** Where a clause denies 复议 or 诉讼, from the denying word to the last of them. */
function denialIn(text: string): Span | null {
  if (narrower.test(text)) return null;
  const subjects = [...text.matchAll(subject)];
  const [first, last] = [subjects[0], subjects.at(-1)];
  if (!first || !last) return null;
  const end = last.index + last[0].length;
  const after = deniedAfter.exec(text.slice(end, end + 20));
  if (after) return { start: first.index, end: end + after[0].length };
  const word = [...text.matchAll(denial)].findLast(({ index }) => index < last.index);
  if (!word) return null;
  const next = subjects.find(({ index }) => index > word.index);
  if (!next || next.index - word.index > 40) return null;
  const isCounted = readCounts(text.slice(word.index)).some(({ value }) => value > 0);
  return isCounted ? null : { start: word.index, end };
}

/** Saying that there was nothing while the table counts cases must be corrected. */
function deniedCases(clause: Clause, span: Span, place: Place, cells: Cells): Fault[] {
  const said = [...clause.text.slice(span.start, span.end).matchAll(subject)];
  return [...new Set(said.map(([word]) => nameOf(word)))].flatMap((name): Fault[] => {
    const count = countOf(name, cells);
    if (count === 0) return [];
    return [
      {
        section: place.section,
        range: rangeOf(clause, span, place),
        tier: "block",
        message: `正文写没有发生${name}，表四${name}总计为${count}件`,
        expected: String(count),
        actual: "0",
        advice: "核对正文与表四，改正其中不对的一处",
        operands: [name, count, "none"],
      },
    ];
  });
}

/** Words between subject and number that name a result or a change, not the whole. */
const notTheWhole =
  /维持|纠正|纠错|撤销|撤回|其他结果|审结|胜诉|败诉|驳回|增加|减少|增长|下降|率|比|分别/;

function countedCases(clause: Clause, place: Place, cells: Cells): Fault[] {
  const subjects = [...clause.text.matchAll(subject)];
  let from = 0;
  let next = 0;
  return readCounts(clause.text).flatMap((count): Fault[] => {
    const between = clause.text.slice(from, count.start);
    const first = next;
    while ((subjects[next]?.index ?? count.start) < count.start) next++;
    const own = subjects.slice(first, next);
    const span = { start: own[0]?.index ?? 0, end: count.end };
    from = count.end;
    if (own.length === 0 || count.approximate || notTheWhole.test(between)) return [];
    const names = [...new Set(own.map(([word]) => nameOf(word)))];
    return wrongCounts(names, /[均各]/.test(between), count.value, cells).map((wrong) => ({
      ...wrong,
      section: place.section,
      range: rangeOf(clause, span, place),
      advice: "核对正文与表四，改正其中不对的一处；统计口径不同的，说明原因",
    }));
  });
}

/** 复议和诉讼 3 件 counts both together, 复议、诉讼均为 0 件 each by itself. */
function wrongCounts(names: string[], isEach: boolean, value: number, cells: Cells) {
  const judged = isEach ? names.map((name) => [name]) : [names];
  return judged.flatMap((parts) => {
    const name = parts.join("、");
    const expected = parts.reduce((total, part) => total + countOf(part, cells), 0);
    if (expected === value) return [];
    return [
      {
        message: `正文写${name}${value}件，表四${name}总计为${expected}件`,
        expected: String(expected),
        actual: String(value),
        operands: [name, expected, value],
      },
    ];
  });
}

function rangeOf(clause: Clause, span: Span, { paragraph }: Place) {
  return { paragraph, start: clause.start + span.start, end: clause.start + span.end };
}

const rowsOf: Record<string, string[]> = {
  行政复议: ["reconsideration"],
  行政诉讼: ["litigationDirect", "litigationAfterReconsideration"],
  未经复议直接起诉: ["litigationDirect"],
  复议后起诉: ["litigationAfterReconsideration"],
};

function nameOf(word: string): string {
  if (word === "直接起诉") return "未经复议直接起诉";
  return word.endsWith("起诉") ? word : `行政${word}`;
}

/** 件 in table four; blanks count nothing. */
function countOf(name: string, cells: Cells): number {
  const rows = rowsOf[name] ?? [];
  return rows.reduce((total, row) => total + Number(cells[`${row}.total`] ?? 0), 0);
}
