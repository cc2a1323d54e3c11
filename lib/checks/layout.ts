import type { CheckInput, Fault, Rule } from "@/lib/checks/finding";

/** Rules on what an imported text printed in place of the official tables. */
export const layoutRules: Rule[] = [
  { id: "T10", name: "表格结构与统一格式不一致", tier: "hint", run: deviatingTables },
];

/**
 * The form prints the official table whatever was imported, so a deviation of the
 * source cannot reach the public: a value that could not be placed with certainty is
 * a doubt of the import, and blank.
 */
function deviatingTables({ source, format }: CheckInput): Fault[] {
  return (source?.layout ?? []).map(({ table, problem }) => ({
    section: table,
    message: `${format.tables[table].name}来稿的表格结构与统一格式不一致：${problem}`,
    advice: "本系统按统一格式印制表格并计算总计，请对照来稿核对本表数值",
    operands: [problem],
  }));
}
