import type { CheckInput, Fault, Rule } from "@/lib/checks/finding";
import { cellFormat, cellName } from "@/lib/format/cells";
import { cellsOf } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";

/**
 * Totals are computed, so they cannot be wrong in the content. These rules judge
 * the totals that an import found printed, until somebody settles them.
 */
export const totalRules: Rule[] = [
  {
    id: "T01",
    name: "表三行合计不符",
    tier: "block",
    run: (input) => wrongTotals(input, "applications", (row) => row !== "concluded"),
  },
  {
    id: "T02",
    name: "表三办理结果合计不符",
    tier: "block",
    run: (input) => wrongTotals(input, "applications", (row) => row === "concluded"),
  },
  {
    id: "T04",
    name: "表四合计不符",
    tier: "block",
    run: (input) => wrongTotals(input, "disputes", () => true),
  },
];

function wrongTotals(
  { source, sections, format }: CheckInput,
  key: TableKey,
  isJudged: (row: string) => boolean,
): Fault[] {
  const table = format.tables[key];
  const computed = cellsOf(sections, key);
  return Object.entries(source?.totals[key] ?? {}).flatMap(([name, printed]): Fault[] => {
    const cell = cellFormat(table, name);
    const value = computed[name] ?? null;
    // A blank total beside blank or zero parts says nothing wrong; blanks are T06's matter.
    const agrees = Number(printed ?? 0) === Number(value ?? 0);
    if (!cell?.sumOf || agrees || !isJudged(name.split(".")[0] ?? "")) return [];
    const said = printed === null ? "空白" : String(printed);
    const sum = value === null ? "空白" : String(value);
    return [
      {
        section: key,
        cell: name,
        message: `${table.name}${cellName(cell)}来稿印的是${said}，按各分项相加为${sum}`,
        expected: sum,
        actual: said,
        advice: "核对各分项；分项无误的，采用计算值",
        operands: [sum, said],
      },
    ];
  });
}
