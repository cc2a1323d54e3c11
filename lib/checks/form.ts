import type { CheckInput, Fault, Rule } from "@/lib/checks/finding";
import { headingFaults } from "@/lib/checks/headings";
import { paragraphsOf } from "@/lib/format/content";
import { sectionsOf } from "@/lib/format/format";

const SHORTEST_PROBLEMS = 100;

/** Rules on title, parts and the fullness of the prose. */
export const formRules: Rule[] = [
  { id: "F02", name: "标题年份与报告年度不一致", tier: "block", run: wrongTitleYear },
  { id: "F03", name: "部分缺失、顺序错误或标题不规范", tier: "warn", run: headingFaults },
  { id: "F06", name: "部分内容为空或过短", tier: "block", run: emptySections },
];

const printedYear =
  /(?<![0-9０-９])(?:[0-9０-９]\s{0,4}){4}年|[〇○零一二三四五六七八九]{4}\s{0,4}年/g;

function wrongTitleYear({ sections, identity }: CheckInput): Fault[] {
  const paragraphs = paragraphsOf(sections, "title");
  const years = paragraphs.flatMap((text, paragraph) =>
    [...text.matchAll(printedYear)].map(({ 0: raw, index }) => ({
      year: readYear(raw),
      range: { paragraph, start: index, end: index + raw.length },
    })),
  );
  const expected = String(identity.year);
  const wrong = years.find(({ year }) => year !== identity.year);
  if (wrong) {
    return [
      {
        section: "title",
        range: wrong.range,
        message: `标题写的是${wrong.year}年，本报告是${expected}年度报告`,
        expected,
        actual: String(wrong.year),
        advice: `把标题中的年份改为${expected}`,
        operands: [expected, wrong.year],
      },
    ];
  }
  if (years.length > 0 || !hasWords(paragraphs.join(""))) return [];
  return [
    {
      section: "title",
      tier: "warn",
      message: "标题没有写明报告年度",
      expected,
      advice: `在标题中写明${expected}年`,
      operands: [expected, "none"],
    },
  ];
}

function readYear(raw: string): number {
  const digits = [...raw.replace(/[\s年]/g, "")].map((c) => {
    const chinese = "〇一二三四五六七八九".indexOf(/[○零]/.test(c) ? "〇" : c);
    return chinese >= 0 ? chinese : c.charCodeAt(0) % 16;
  });
  return Number(digits.join(""));
}

function emptySections({ sections, format }: CheckInput): Fault[] {
  return sectionsOf(format).flatMap(({ key, kind, label, optional }): Fault[] => {
    if (kind !== "prose") return [];
    const text = paragraphsOf(sections, key).join("").replace(/\s+/g, "");
    if (!optional && !hasWords(text)) {
      return [
        {
          section: key,
          message: `“${label}”没有内容`,
          advice: `填写“${label}”`,
          operands: ["empty"],
        },
      ];
    }
    const length = [...text].length;
    if (key !== "problems" || length >= SHORTEST_PROBLEMS) return [];
    const isNone = /^(?:无|没有|暂无|不存在)(?:问题)?[。.]?$/.test(text);
    return [
      {
        section: key,
        tier: "warn",
        message: isNone
          ? `“${label}”只写了“${text}”`
          : `“${label}”只有${length}字，少于${SHORTEST_PROBLEMS}字`,
        expected: `不少于${SHORTEST_PROBLEMS}字`,
        actual: isNone ? text : `${length}字`,
        advice: "实事求是、明确具体地写明主要问题和改进情况",
        operands: ["short", isNone ? "none" : length],
      },
    ];
  });
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
