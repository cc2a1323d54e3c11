import { disputeFaults } from "@/lib/checks/disputes";
import type { CheckInput, Fault, Rule } from "@/lib/checks/finding";
import { readCounts } from "@/lib/checks/numbers";
import { clausesOfYear, proseSentences } from "@/lib/checks/scope";
import { cellsOf, paragraphsOf } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";

/** Rules that hold the prose against the tables. */
export const proseRules: Rule[] = [
  { id: "P01", name: "收到申请数与表三不符", tier: "warn", run: receivedCounts },
  { id: "P04", name: "复议诉讼表述与表四不符", tier: "warn", run: disputeFaults },
  { id: "P09", name: "未报告信息处理费", tier: "block", run: missingFeeStatement },
];

/**
 * “收到申请 X 件” is right with X = 新收 as well as with X = 新收＋上年结转: both are said
 * (domain F1). A naive comparison raises more false alarms than true ones.
 */
function receivedCounts(input: CheckInput): Fault[] {
  const cells = cellsOf(input.sections, "applications");
  const received = cells["received.total"];
  if (typeof received !== "number") return [];
  const withCarriedIn = received + Number(cells["carriedIn.total"] ?? 0);
  return proseSentences(input).flatMap(({ section, paragraph, sentence }) => {
    const breakdown = sentence.text.indexOf("其中");
    return clausesOfYear(sentence, input.identity.year).flatMap((clause): Fault[] => {
      if (breakdown !== -1 && clause.start - sentence.start >= breakdown) return [];
      const stated = statedReceipt(clause.text, section);
      if (!stated || stated.value === received || stated.value === withCarriedIn) return [];
      const expected = [...new Set([received, withCarriedIn])].join("或");
      return [
        {
          section,
          range: { paragraph, start: clause.start + stated.start, end: clause.start + stated.end },
          message: `正文写收到申请${stated.value}件，表三新收总计为${received}件，新收＋上年结转为${withCarriedIn}件，两者都不相符`,
          expected,
          actual: String(stated.value),
          advice: "核对正文与表三，改正其中不对的一处；统计口径不同的，说明原因",
          operands: [received, withCarriedIn, stated.value],
        },
      ];
    });
  });
}

const receiving = /收到|接到|收办|接收|新收|(?<!不予)受理/;
const aboutDisclosure = /信息公开|依申请|公开申请|公开的申请|政府信息/;
const otherMatter =
  /复议|诉讼|起诉|援助|咨询|投诉|举报|意见|建议|留言|材料|撤回|补正|转办|转送|许可|公证/;
/** Counts of one way in or one kind of applicant are parts, unless the clause says “in all”. */
const partOnly =
  /自然人|法人|企业|网络|网上|网站|线上|线下|信函|信件|邮|当面|现场|传真|窗口|平台|系统/;
const inAll = /共|总计|合计|累计/;
const changed = /增加|减少|增长|下降|上升/;

interface StatedReceipt {
  value: number;
  /** UTF-16 offsets in the clause, from the verb to the counting word. */
  start: number;
  end: number;
}

/** The number of applications that a clause says came in; null where it speaks of anything else. */
function statedReceipt(clause: string, section: SectionKey): StatedReceipt | null {
  const verb = receiving.exec(clause);
  if (!verb || !clause.includes("申请") || otherMatter.test(clause)) return null;
  if (clause.slice(0, verb.index).includes("每")) return null;
  if (section !== "overview.applications" && !aboutDisclosure.test(clause)) return null;
  const named = clause.replaceAll("公民、法人", "");
  if (partOnly.test(named) && !inAll.test(named)) return null;
  const denial = /(?:未|没有|未曾)$/.exec(clause.slice(Math.max(0, verb.index - 2), verb.index));
  if (denial) return noneReceived(clause, verb.index, denial[0].length);
  const count = readCounts(clause).find(({ start }) => start > verb.index);
  if (!count || count.approximate || changed.test(clause.slice(0, count.start))) return null;
  return { value: count.value, start: verb.index, end: count.end };
}

const anyRequest =
  /^..(?:过|任何)?(?:政府)?(?:信息)?(?:依申请公开|公开申请|公开的申请)(?:件|事项)?$/;

/** “未收到政府信息公开申请” says zero; “未收到涉及……的申请” says nothing about the rest. */
function noneReceived(clause: string, verb: number, denial: number): StatedReceipt | null {
  const isAny = anyRequest.test(clause.slice(verb).trimEnd());
  return isAny ? { value: 0, start: verb - denial, end: clause.length } : null;
}

/** 30号: whether a fee was taken is reported in section six, also where there was none. */
function missingFeeStatement({ sections }: CheckInput): Fault[] {
  const text = paragraphsOf(sections, "other").join("").replace(/\s+/g, "");
  if (/处理费|收费/.test(text.replaceAll("行政事业性收费", ""))) return [];
  return [
    {
      section: "other",
      message: "第六部分没有报告收取信息处理费的情况",
      advice: "写明本年度是否收取政府信息公开信息处理费，收取的写明件数和金额（元）",
      operands: [],
    },
  ];
}
