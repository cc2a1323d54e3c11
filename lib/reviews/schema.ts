import type { Change } from "@/lib/reports/revisions/rules";
import type { Anchor } from "@/lib/reviews/passages/rules";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";
import type { AnswerKind, DecisionKind, ErrorClass } from "@/prisma/generated/enums";

export type Hashes = Record<string, string>;

/** One thing that a decision found at a place; with a class it is a 差错 of a 校. */
export interface ItemFact {
  id: string;
  section: string;
  cell: string | null;
  words: string;
  errorClass: ErrorClass | null;
  /** The passage that it speaks of. */
  quote: Anchor | null;
  /** What the passage or cell should say. */
  correction: string | null;
  /** The drafter's newest answer. */
  answer: { kind: AnswerKind; words: string; byName: string } | null;
}

/** 意见, as far as the rules look at it. */
export interface DecisionFact {
  id: string;
  roundNo: number;
  step: string;
  kind: DecisionKind;
  actorId: string;
  actorName: string;
  /** 代: for whom a deputy acted. */
  forId: string | null;
  forName: string | null;
  /** Section hashes that were judged. */
  hashes: Hashes;
  opinion: string;
  /** ISO time. */
  at: string;
  /** 线下审签: the paper that it was signed on. */
  paperId: string | null;
  items: ItemFact[];
}

/** 领导直接改稿 of one section. */
export interface AmendmentFact {
  roundNo: number;
  step: string;
  section: string;
  beforeHash: string;
  afterHash: string;
  reason: string;
  actorId: string;
  actorName: string;
  /** ISO time. */
  at: string;
}

/** 认领、移交 of a step of the round. */
export interface HandoverFact {
  step: string;
  fromId: string | null;
  /** Null: given back to everybody. */
  toId: string | null;
  toName: string;
}

/** 例外, for the text in hand. */
export interface OverrideFact {
  id: string;
  guard: string;
  reason: string;
  byId: string;
  byName: string;
  /** ISO time. */
  at: string;
  /** The second person; null while it stays marked. */
  confirmedByName: string | null;
}

/** 线下审签, as a registrar has it on paper. */
export interface PaperFact {
  id: string;
  /** Keys. */
  steps: string[];
  signerId: string;
  signerName: string;
  contentHash: string;
  scanId: string;
  opinion: string;
  checklist: string[];
  byId: string;
  byName: string;
  /** ISO time. */
  at: string;
  /** The second person; null while it does not count. */
  confirmedByName: string | null;
}

/** A role that a person holds now, of his own or as a deputy. */
export interface Holder {
  userId: string;
  name: string;
  role: string;
  level: number | null;
  /** 代: whose role it is; null where it is his own. */
  forId: string | null;
  forName: string | null;
}

/** What decides about the steps of a round. */
export interface ReviewState {
  plan: PlanDefinition;
  roundNo: number;
  hashes: Hashes;
  /** Since the last publication, oldest first; so are the amendments and overrides. */
  decisions: DecisionFact[];
  drafters: string[];
  amendments: AmendmentFact[];
  overrides: OverrideFact[];
  /** Of the round, oldest first. */
  handovers: HandoverFact[];
}

/** What the present text changed against one that was seen before. */
export interface SeenComparison {
  /** 第几稿 was seen. */
  revisionNo: number;
  /** The actor judged that text himself; else it is the round before's. */
  own: boolean;
  changes: Change[];
}
