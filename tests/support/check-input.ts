import { runChecks } from "@/lib/checks/evaluator";
import type { BureauRegister, CheckInput, Finding } from "@/lib/checks/finding";
import { format2021 } from "@/lib/format/2021";
import { typedCells, withTotals } from "@/lib/format/cells";
import { emptySections, type Sections } from "@/lib/format/content";
import type { Cells, SectionKey, TableKey } from "@/lib/format/format";
import type { PrintedSource } from "@/lib/format/source";

export const fahe: BureauRegister = {
  name: "灋河回族区司法局",
  shortNames: ["灋河区司法局", "区司法局"],
  regionNames: ["灋河回族区", "灋河区"],
  mediaNames: ["法治灋河", "灋河司法行政", "小灋说法"],
};

const prose: Partial<Record<SectionKey, string[]>> = {
  title: ["灋河回族区司法局2025年政府信息公开工作年度报告"],
  "overview.proactive": ["全年在门户网站发布各类信息，社会关注的事项做到及时更新。"],
  "overview.applications": [
    "2025年共收到政府信息公开申请6件，均在期限内答复。没有发生行政复议和行政诉讼。",
  ],
  "overview.management": ["实行先审后发，每一件信息都有审查记录。"],
  "overview.platforms": ["办好“法治灋河”公众号，专人维护。"],
  "overview.supervision": ["灋河区司法局每季度自查一次，接受群众监督。"],
  problems: [
    "一是少数科室对公开范围把握不准，拟稿时没有同步考虑公开属性，有的信息发布偏晚；二是解读形式比较单一，图解和短视频不多，群众不易看懂。",
    "下一步，把公开属性写进发文流程，由法制科室逐件把关；每月选取一项与群众关系密切的事项做成图解，并请基层司法所试读，看不懂的改到看懂为止。",
  ],
  other: ["2025年没有收取信息处理费。"],
};

const counts: Partial<Record<TableKey, Cells>> = {
  applications: {
    "received.naturalPerson": 6,
    "granted.naturalPerson": 4,
    "refusedByLaw.naturalPerson": 2,
  },
};

/** All typed cells of a table, zero but for the values given, with the totals computed. */
export function filled(table: TableKey, values: Cells = {}): Cells {
  const { [table]: format } = format2021.tables;
  const zeros = typedCells(format).map(({ key, kind }) => [key, kind === "fee" ? "0" : 0]);
  return withTotals(format, { ...Object.fromEntries(zeros), ...counts[table], ...values });
}

export function withProse(sections: Sections, key: SectionKey, ...paragraphs: string[]): Sections {
  return { ...sections, [key]: { kind: "prose", paragraphs } };
}

export function withCells(sections: Sections, key: TableKey, values: Cells): Sections {
  return { ...sections, [key]: { kind: "table", cells: filled(key, values), notes: [] } };
}

/** A small report that no rule finds fault with. */
export function soundSections(): Sections {
  let sections = emptySections(format2021);
  for (const key of Object.keys(format2021.tables) as TableKey[]) {
    sections = withCells(sections, key, {});
  }
  for (const [key, paragraphs] of Object.entries(prose)) {
    sections = withProse(sections, key as SectionKey, ...paragraphs);
  }
  return sections;
}

export function checkInput(changes: Partial<CheckInput> = {}): CheckInput {
  return {
    identity: { format: "2021", bureau: "sfj", year: 2025, scope: "own" },
    format: format2021,
    sections: soundSections(),
    register: fahe,
    lastYear: null,
    statement: null,
    source: null,
    ...changes,
  };
}

export function printed(source: Partial<PrintedSource>): PrintedSource {
  return { totals: {}, layout: [], headings: [], ...source };
}

/** What one rule finds in the sound report with some changes. */
export function foundBy(rule: string, changes: Partial<CheckInput>): Finding[] {
  return runChecks(checkInput(changes)).filter((finding) => finding.rule === rule);
}
