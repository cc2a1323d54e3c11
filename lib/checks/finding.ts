import type { ReportIdentity, Sections } from "@/lib/format/content";
import type { ReportFormat, SectionKey } from "@/lib/format/format";
import type { PrintedSource } from "@/lib/format/source";

/** 必须修改, 需作说明, 仅作提示. */
export type Tier = "block" | "warn" | "hint";

/** Names that a bureau goes by. */
export interface BureauRegister {
  name: string;
  shortNames: string[];
  regionNames: string[];
  mediaNames: string[];
}

/** 自填的上年数: row four of last year's 表三 as somebody stated it from a document. */
export interface CarryStatement {
  carriedOut: Record<string, number>;
  document: string;
  byName: string;
  /** ISO time. */
  at: string;
}

/** Everything that a rule may look at. */
export interface CheckInput {
  identity: ReportIdentity;
  format: ReportFormat;
  sections: Sections;
  register: BureauRegister;
  /** The same bureau's report of the year before, same scope; null where there is none. */
  lastYear: Sections | null;
  /** What stands in the place of that report; only asked where there is none. */
  statement: CarryStatement | null;
  /** What an import found printed, until it is settled. */
  source: PrintedSource | null;
}

/** Characters of one paragraph (UTF-16 offsets, half open). */
export interface TextRange {
  paragraph: number;
  start: number;
  end: number;
}

/** 校核问题: one fault, at one place. */
export interface Finding {
  rule: string;
  name: string;
  tier: Tier;
  section: SectionKey;
  cell?: string;
  /** All cells that it hangs on, where they are more than `cell`. */
  cells?: string[];
  range?: TextRange;
  /** In Chinese: what is wrong and where, with expected and actual value. */
  message: string;
  expected?: string;
  actual?: string;
  /** In Chinese: what to do. */
  advice: string;
  /** False: the rule could not decide; the screen says 请人工核对. */
  certain: boolean;
  /** Rule, place and operands; an explanation holds as long as this stays the same. */
  fingerprint: string;
}

/** What a rule found; the evaluator adds what all findings of the rule share. */
export interface Fault {
  section: SectionKey;
  cell?: string;
  /** All cells that it hangs on, where they are more than `cell`. */
  cells?: string[];
  range?: TextRange;
  message: string;
  expected?: string;
  actual?: string;
  advice: string;
  /** Where this fault weighs differently from the rest of its rule. */
  tier?: Tier;
  /** Left out: certain. */
  certain?: boolean;
  /** The values that the fault hangs on; an explanation lapses when one changes. */
  operands: (string | number)[];
}

/** 校核规则, numbered as in the list of faults (domain section 9). */
export interface Rule {
  id: string;
  name: string;
  tier: Tier;
  run(input: CheckInput): Fault[];
}
