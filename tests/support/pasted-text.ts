import { readFileSync } from "node:fs";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import { flattenCells } from "@/lib/format/content";
import type { Cells, TableKey } from "@/lib/format/format";
import { justice2024 } from "@/prisma/seed/texts";
import { tabbedReport } from "@/tests/support/report-text";
import { areSamplesHere } from "@/tests/support/samples";

const tableKeys: TableKey[] = ["proactive", "applications", "disputes"];

export interface PastedText {
  text: string;
  /** Every value that the published page must carry, by table. */
  values: Record<TableKey, Cells>;
}

/**
 * What the clerk of 司法局 pastes for 2025: the bureau's real text where the samples lie beside
 * the project, else one of our own with the same misspelt name in section five.
 */
export function pastedText(): PastedText {
  return areSamplesHere ? realText() : ownText();
}

function realText(): PastedText {
  const file = "../shared/samples/灋河-2025";
  const { tables } = JSON.parse(readFileSync(`${file}.json`, "utf8"));
  const values = valuesBy((key) => flattenCells(format2021, key, tables[key]));
  return { text: readFileSync(`${file}.txt`, "utf8"), values };
}

function ownText(): PastedText {
  const values = valuesBy((key) => withTotals(format2021.tables[key], justice2024.cells[key]));
  const problems = `${justice2024.prose.problems?.join("\n")}\n瀘河区司法局将逐项落实。`;
  const front = "灋河回族区司法局2025年政府信息公开工作年度报告";
  return { text: tabbedReport(values, { front, problems }), values };
}

function valuesBy(read: (key: TableKey) => Cells): Record<TableKey, Cells> {
  return Object.fromEntries(tableKeys.map((key) => [key, read(key)])) as Record<TableKey, Cells>;
}
