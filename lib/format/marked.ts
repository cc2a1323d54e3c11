import type { CellKey, CellValue, SectionKey } from "@/lib/format/format";

/** A run of text that both texts have, or only one of them. */
export interface Passage {
  kind: "same" | "added" | "removed";
  text: string;
}

/** A paragraph of two texts at once: without its added passages it is the earlier one's. */
export interface MarkedParagraph {
  /** Its number in the earlier text, from 1; null where only the later one has it. */
  before: number | null;
  /** Its number in the later text; null where only the earlier one has it. */
  after: number | null;
  passages: Passage[];
}

export interface MarkedCell {
  before: CellValue;
  after: CellValue;
}

/** A section of two texts at once: paragraphs or a table's notes, and the cells of a table. */
export interface MarkedSection {
  paragraphs: MarkedParagraph[];
  cells: Record<CellKey, MarkedCell>;
}

export type MarkedSections = Record<SectionKey, MarkedSection>;

/** A place where two texts differ, as the 修改对照表 lists it. */
export interface ChangeRow {
  /** In words, from the whole to the part: 三、…, row, column. */
  place: string[];
  /** Null where there was nothing: no paragraph, a blank cell. */
  before: Passage[] | null;
  after: Passage[] | null;
  /** 说明: what is known; the rest is written in by hand. */
  remarks: string[];
}
