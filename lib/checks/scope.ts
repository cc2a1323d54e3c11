import type { CheckInput } from "@/lib/checks/finding";
import { type Clause, type Sentence, sentencesOf } from "@/lib/checks/sentences";
import { paragraphsOf } from "@/lib/format/content";
import { type SectionKey, sectionsOf } from "@/lib/format/format";

export interface Place {
  section: SectionKey;
  paragraph: number;
  sentence: Sentence;
}

const wholeArea = /全区|全市|全县|全省|全州|全镇|全乡|全旗|各级|各部门|各单位|各乡镇/;
const notInTables = /备案|应诉指导|其他领域/;
const otherTime = /去年|上年(?!度?结转)|上一年|往年|历年|以来|同期/;
const lookBack = 40;

/**
 * Sentences of the prose that speak of what the tables count: the report's own
 * scope, and no 备案 counts (domain section 6).
 */
export function proseSentences({ format, sections, identity }: CheckInput): Place[] {
  return sectionsOf(format)
    .filter(({ key, kind }) => kind === "prose" && !["title", "preface", "signoff"].includes(key))
    .flatMap(({ key }) =>
      paragraphsOf(sections, key).flatMap((text, paragraph) =>
        sentencesOf(text).map((sentence) => ({ section: key, paragraph, sentence })),
      ),
    )
    .filter(({ sentence: { text } }) => {
      const isOtherScope = identity.scope === "own" && wholeArea.test(text);
      return !isOtherScope && !notInTables.test(text);
    });
}

/** Clauses that speak of the report's year; one named just before still holds. */
export function clausesOfYear(sentence: Sentence, year: number): Clause[] {
  return sentence.clauses.filter(({ text, start }) => {
    const from = start - sentence.start;
    const context = sentence.text.slice(Math.max(0, from - lookBack), from) + text;
    const named = [...context.matchAll(/(?<!\d)20\d\d(?=\s{0,4}年)/g)].at(-1);
    return !otherTime.test(context) && (!named || Number(named[0]) === year);
  });
}
