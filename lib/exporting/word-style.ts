import { AlignmentType, type IPropertiesOptions, LineRuleType } from "docx";

/** Millimetres as Word counts: twentieths of a point. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Sizes of type in half points. */
const size = { title: 44, body: 32, fact: 21, cell: 20 };

// As high as its text, or 22 lines to 225 mm.
const tight = { line: 300, lineRule: LineRuleType.AUTO };
const pitch = { line: 580, lineRule: LineRuleType.EXACT };

/** First lines begin two characters in; the second measure is for readers that count no characters. */
function twoCharacters(halfPoints: number) {
  return { firstLineChars: 200, firstLine: 2 * halfPoints * 10 };
}

/** 仿宋, 黑体, 楷体 as GB/T 9704 wants them; where an office lacks one, Word takes another. */
export function face(eastAsia: string) {
  return { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia, hint: "eastAsia" };
}

/** The styles of every Word file; a paragraph names one and has no look of its own. */
export const styles: IPropertiesOptions["styles"] = {
  default: {
    document: { run: { font: face("仿宋"), size: size.body, language: { eastAsia: "zh-CN" } } },
    title: {
      run: { font: face("方正小标宋简体"), size: size.title },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 0, after: 300, line: 660, lineRule: LineRuleType.EXACT },
        contextualSpacing: true,
      },
    },
    heading1: {
      run: { font: face("黑体"), size: size.body },
      paragraph: { indent: twoCharacters(size.body), spacing: pitch, keepNext: true },
    },
    heading2: {
      run: { font: face("楷体"), size: size.body },
      paragraph: { indent: twoCharacters(size.body), spacing: pitch, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: "Body",
      name: "年报正文",
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: twoCharacters(size.body),
        spacing: pitch,
      },
    },
    {
      id: "Signoff",
      name: "年报落款",
      paragraph: {
        alignment: AlignmentType.RIGHT,
        indent: { right: 2 * size.body * 10 },
        spacing: pitch,
      },
    },
    {
      id: "Note",
      name: "年报表注",
      run: { size: size.fact },
      paragraph: { indent: twoCharacters(size.fact), spacing: tight },
    },
    { id: "Fact", name: "年报稿次", run: { size: size.fact }, paragraph: { spacing: tight } },
    {
      id: "Cell",
      name: "年报表格",
      run: { size: size.cell },
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
};
