import type { BureauRegister, CarryStatement } from "@/lib/checks/finding";
import type { ReportIdentity, Sections } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import type { PrintedSource } from "@/lib/format/source";
import type { ExplainedFinding, ExplanationFact } from "@/lib/reports/findings/rules";
import type { ReportFacts, RoundFact, UrgeFact, WideningFact } from "@/lib/reports/rules";
import type {
  AmendmentFact,
  DecisionFact,
  HandoverFact,
  Hashes,
  Holder,
  OverrideFact,
  PaperFact,
} from "@/lib/reviews/schema";
import type { OpenThreadFact } from "@/lib/reviews/threads/rules";
import type { DraftState, LiveState, ReportScope } from "@/prisma/generated/enums";

/**
 * How a cell (by key) or the prose ("paragraphs") of a section came to be; `carried` from last
 * year's report, `stated` from what somebody stated in its place.
 */
export type Origin = "typed" | "imported" | "carried" | "stated";

/** A section as the database holds it; content only where it was asked for. */
export interface StoredSection {
  version: number;
  hash: string;
  /** Canonical JSON. */
  content?: string;
  origins?: Record<string, Origin>;
}

export interface PublicationFact {
  no: number;
  label: string;
  contentHash: string;
  /** ISO time. */
  publishedAt: string;
  hash: string;
}

/** A row of the statement that loads a report with its facts. */
export interface ReportRow {
  id: string;
  bureauId: string;
  year: number;
  scope: ReportScope;
  format: string;
  version: number;
  draft: DraftState;
  live: LiveState;
  bureauCode: string;
  bureauName: string;
  shortNames: string[];
  regionNames: string[];
  mediaNames: string[];
  /** Canonical JSON of the plan. */
  plan: string;
  publication: PublicationFact | null;
  round: (Omit<RoundFact, "plan"> & { plan: string }) | null;
  decisions: (Omit<DecisionFact, "hashes"> & { hashes: string })[];
  amendments: AmendmentFact[];
  overrides: OverrideFact[];
  widenings: WideningFact[];
  handovers: HandoverFact[];
  papers: PaperFact[];
  drafters: string[];
  lastEditorId: string | null;
  holders: Holder[];
  urged: UrgeFact | null;
  sections: Record<string, StoredSection>;
  explanations?: ExplanationFact[];
  lastYear?: { content: string; hash: string } | null;
  statement?: CarryStatement | null;
  source?: string | null;
  openThreads?: OpenThreadFact[];
  unresolvedThreads?: number;
  /** Canonical JSON both. */
  returned?: { hashes: string; content: string } | null;
}

/** A report with the facts that decide what may happen to it. */
export interface ReportSummary extends ReportFacts {
  id: string;
  year: number;
  version: number;
  identity: ReportIdentity;
  bureauName: string;
  register: BureauRegister;
  publication: PublicationFact | null;
}

/** A report with its facts, content and findings. */
export interface ReportRecord extends ReportSummary {
  sections: Sections;
  versions: Record<SectionKey, { version: number; hash: string; origins: Record<string, Origin> }>;
  lastYear: Sections | null;
  statement: CarryStatement | null;
  source: PrintedSource | null;
  unresolvedThreads: number;
  /** The text as it was returned; null outside 退回修改. */
  returned: { hashes: Hashes; sections: Sections } | null;
  findings: ExplainedFinding[];
}
