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

/** Everything that a rule may look at. */
export interface CheckInput {
  identity: ReportIdentity;
  format: ReportFormat;
  sections: Sections;
  register: BureauRegister;
  /** The same bureau's report of the year before, same scope; null where there is none. */
  lastYear: Sections | null;
  /** What an import found printed, until it is settled. */
  source: PrintedSource | null;
}

/** 校核问题: one fault, at one place. */
export interface Finding {
  rule: string;
  name: string;
  tier: Tier;
  section: SectionKey;
  cell?: string;
  /** Characters of one paragraph (UTF-16 offsets, half open). */
  range?: { paragraph: number; start: number; end: number };
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
