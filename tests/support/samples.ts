import { existsSync, readFileSync } from "node:fs";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import {
  emptySections,
  flattenCells,
  type ReportContent,
  type Scope,
  type Sections,
} from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";
import type { PrintedSource } from "@/lib/format/source";
import { readText } from "@/lib/importing/text";

/** Real published reports that lie beside the project and are no part of it. */
const folder = "../shared/samples";

export const areSamplesHere = existsSync(folder);

export interface Sample {
  bureau: string;
  year: number;
  scope: Scope;
  sections: Sections;
  source: PrintedSource;
}

/** A sample with its prose as the importer reads it and its tables as a reader of the page sees them. */
export function readSample(name: string): Sample {
  const truth = JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
  const { sections: prose, source } = readText(
    readFileSync(`${folder}/${name}.txt`, "utf8"),
    format2021,
  );
  const tables: ReportContent["tables"] = truth.tables;
  const sections: Sections = { ...emptySections(format2021), ...prose };
  for (const key of Object.keys(tables) as TableKey[]) {
    const cells = withTotals(format2021.tables[key], flattenCells(format2021, key, tables[key]));
    sections[key] = { kind: "table", cells, notes: [] };
  }
  return { bureau: truth.bureau, year: truth.year, scope: truth.scope ?? "own", sections, source };
}
