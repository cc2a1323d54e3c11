import type {
  AnswerKind,
  DecisionKind,
  ErrorClass,
  ReportScope,
  RoundOutcome,
} from "@/prisma/generated/enums";

/** One fact of a review as the 审校单 prints it. */
export interface RecordEntry {
  at: Date;
  /** 一审　通过, 领导改稿, 扩大修改范围. */
  what: string;
  /** 李四（代 张三） */
  who: string;
  /** What must not be overlooked: 例外，待确认. Null for none. */
  mark: string | null;
  lines: RecordLine[];
}

export interface RecordLine {
  /** 意见, 审核清单, 差错. */
  label: string;
  words: string;
}

/** 第 no 次送审, with everything that happened until the next. */
export interface RecordRound {
  no: number;
  /** 标准三审三校（第 1 版） */
  plan: string;
  /** The 稿 that the round came to. */
  revisionNo: number;
  contentHash: string;
  /** 审核中, 审定, 退回修改, 撤回送审. */
  outcome: string;
  /** Oldest first. */
  entries: RecordEntry[];
}

/** A text that somebody judged, by its parts. */
export interface JudgedText {
  revisionNo: number;
  contentHash: string;
  sections: { label: string; hash: string }[];
}

/** 审校单: who judged what of a report, and how it came to its present 稿. */
export interface ReviewRecord {
  bureau: string;
  bureauName: string;
  year: number;
  scope: "own" | "area";
  /** The text that was sent to review last; null before the first 送审. */
  text: { revisionNo: number; contentHash: string } | null;
  /** Exceptions that no second person has confirmed. */
  unconfirmed: number;
  /** What happened before the first 送审. */
  before: RecordEntry[];
  rounds: RecordRound[];
  texts: JudgedText[];
}

/** Who did something, and when. */
interface ByRow {
  byId: string;
  byName: string;
  at: Date;
}

interface TextRow {
  revision: { no: number; contentHash: string };
}

export interface ItemRow {
  section: string;
  cell: string | null;
  words: string;
  errorClass: ErrorClass | null;
  correction: string | null;
  answers: { kind: AnswerKind; words: string; byName: string }[];
}

export interface DecisionRow extends TextRow {
  step: string;
  kind: DecisionKind;
  actorName: string;
  forName: string | null;
  contentHash: string;
  /** Canonical JSON {section key: hash}. */
  hashes: string;
  opinion: string;
  checklist: string[];
  /** {class: count} */
  proofErrors: unknown;
  at: Date;
  paperId: string | null;
  items: ItemRow[];
}

export interface PaperRow extends ByRow {
  id: string;
  steps: string[];
  signerName: string;
  contentHash: string;
  scan: { sha256: string };
  confirmation: ByRow | null;
}

export interface AmendmentRow {
  step: string;
  section: string;
  beforeHash: string;
  afterHash: string;
  reason: string;
  actorName: string;
  at: Date;
  revision: { no: number };
}

export interface HandoverRow extends ByRow {
  step: string;
  fromId: string | null;
  toId: string | null;
  toName: string;
  reason: string;
}

export interface RoundRow extends TextRow {
  no: number;
  /** Canonical JSON of the round's own copy. */
  plan: string;
  planVersion: { no: number };
  openedByName: string;
  openedAt: Date;
  closedAt: Date | null;
  outcome: RoundOutcome | null;
  decisions: DecisionRow[];
  amendments: AmendmentRow[];
  handovers: HandoverRow[];
  papers: PaperRow[];
}

export interface OverrideRow extends ByRow {
  guard: string;
  reason: string;
  confirmation: ByRow | null;
}

export interface PublicationRow {
  label: string;
  changeNote: string;
  publishedBy: string;
  publishedAt: Date;
  contentHash: string;
  revision: { no: number };
}

/** A report with every fact that the 审校单 prints, each kind oldest first. */
export interface RecordedReport {
  year: number;
  scope: ReportScope;
  format: string;
  bureau: { code: string; name: string };
  rounds: RoundRow[];
  widenings: (ByRow & { section: string; reason: string })[];
  overrides: OverrideRow[];
  publications: PublicationRow[];
}
