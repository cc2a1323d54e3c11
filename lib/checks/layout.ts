import type { CheckInput, Fault, Rule } from "@/lib/checks/finding";

/** Rules on what an imported text printed in place of the official tables. */
export const layoutRules: Rule[] = [
  { id: "T10", name: "表格结构与统一格式不一致", tier: "warn", run: deviatingTables },
];

/**
 * The form prints the official table whatever was imported, so a total that the
 * source left out is mended already and only worth a hint. Any other deviation may
 * have put a value beside the wrong label: somebody has to look and say so.
 */
function deviatingTables({ source, format }: CheckInput): Fault[] {
  return (source?.layout ?? []).map(({ table, problem }) => {
    const isMended = problem.includes("缺") && problem.includes("总计");
    return {
      section: table,
      message: `${format.tables[table].name}原文的表格结构与统一格式不一致：${problem}`,
      advice: isMended
        ? "本系统按统一格式印制表格并计算总计，核对总计后即可采用"
        : "对照原文逐格核对本表数值，无误后确认",
      ...(isMended && { tier: "hint" as const }),
      operands: [problem],
    };
  });
}
