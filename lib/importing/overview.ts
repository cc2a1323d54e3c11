import type { SectionFormat, SectionKey } from "@/lib/format/format";
import type { Doubt } from "@/lib/format/source";
import { bareText, withoutNumber } from "@/lib/importing/labels";
import { doubtAt, type Line } from "@/lib/importing/lines";

interface SubHeading {
  section: SectionFormat;
  /** Text behind the heading; null where heading and sentence cannot be told apart. */
  rest: string | null;
}

const numbered = /^[（(]\s*[一二三四五六七八九十]\s*[）)]/;

/**
 * Distributes the lines of a part to its sections by their printed sub-headings,
 * which are cut off: the form prints headings itself.
 */
export function readSubHeadings(
  sections: SectionFormat[],
  { heading, lines }: { heading: Line; lines: Line[] },
  doubts: Doubt[],
): Map<SectionKey, Line[]> {
  const [lead] = sections;
  const found = new Map<SectionKey, Line[]>();
  if (!lead) return found;
  let current = lead;
  const add = (line: Line) => {
    const list = found.get(current.key) ?? [];
    list.push(line);
    found.set(current.key, list);
  };
  for (const line of lines) {
    const sub = subHeadingOf(sections, line.text);
    if (sub && found.has(sub.section.key)) {
      const reason = `小标题“${sub.section.heading}”不止一处，已留在“${current.label}”的正文里，请核对`;
      doubts.push(doubtAt(line, reason, current.key));
    } else if (sub) {
      current = sub.section;
      found.set(current.key, []);
      if (sub.rest === null) {
        doubts.push(doubtAt(line, "小标题与正文连在一起，没有删去小标题，请核对", current.key));
      }
      add({ ...line, text: sub.rest ?? line.text });
      continue;
    } else if (numbered.test(line.text)) {
      const reason = `不是规定的小标题，已放入“${current.label}”，请核对`;
      doubts.push(doubtAt(line, reason, current.key));
    }
    add(line);
  }
  doubtAbsent(sections, { heading, found }, doubts);
  return found;
}

function doubtAbsent(
  sections: SectionFormat[],
  { heading, found }: { heading: Line; found: Map<SectionKey, Line[]> },
  doubts: Doubt[],
): void {
  const expected = sections.filter((section) => section.heading !== null);
  const absent = expected.filter((section) => !found.has(section.key));
  if (absent.length === expected.length) {
    const reason = "没有找到小标题，正文全部放入引言，请分到各项";
    doubts.push(doubtAt(heading, reason, sections[0]?.key));
    return;
  }
  for (const section of absent) {
    doubts.push(doubtAt(heading, `没有找到小标题“${section.heading}”`, section.key));
  }
}

/** Longest sub-heading that is cut off. */
const LONGEST = 30;

function subHeadingOf(sections: SectionFormat[], text: string): SubHeading | null {
  const number = numbered.exec(text)?.[0] ?? "";
  const behind = text.slice(number.length).trimStart();
  const heading = /^[^：:。．.；;\s]*/.exec(behind.slice(0, LONGEST + 1))?.[0] ?? "";
  if (heading.length > LONGEST) return null;
  const rest = behind.slice(heading.length);
  // Without its number a sub-heading stands alone or before a colon.
  if (number === "" && !/^(?:[：:。]|$)/.test(rest)) return null;
  for (const section of sections) {
    if (section.heading === null) continue;
    const name = withoutNumber(section.heading);
    if (isWordingOf(name, heading)) {
      return { section, rest: rest.replace(/^[：:。．.；;\s]+/, "") };
    }
    const isBegun = number !== "" && bareText(number) === bareText(section.heading.slice(0, 3));
    if (isBegun && bareText(behind.slice(0, LONGEST)).includes(shortName(name))) {
      return { section, rest: null };
    }
  }
  return null;
}

/** 主动公开, 主动公开情况, 政府信息主动公开工作方面 all say the same. */
function isWordingOf(name: string, heading: string): boolean {
  return heading !== "" && shortName(bareText(heading)) === shortName(name);
}

function shortName(name: string): string {
  const short = name
    .replace(/(?:工作)?(?:情况|方面|工作)?$/, "")
    .replace(/^(?:政府信息公开|信息公开|政府信息|信息)(?=.)/, "")
    .replace(/(?<=公开)政府信息$/, "")
    .replace(/^公开(?=平台)/, "");
  return short === "" ? name : short;
}
