import type { Actor } from "@/lib/auth/actor";
import type { BureauRegister, CarryStatement } from "@/lib/checks/finding";
import type { ReportIdentity, Sections } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import type { PrintedSource } from "@/lib/format/source";
import { deadlineWords } from "@/lib/reports/deadlines/rules";
import { openings } from "@/lib/reports/editing/rules";
import { proofErrorClasses } from "@/lib/reports/events/schema";
import type { Origin, ReportRecord } from "@/lib/reports/facts/schema";
import type { ExplanationFact } from "@/lib/reports/findings/rules";
import type { Openings } from "@/lib/reports/openings/rules";
import {
  nextReviewState,
  peopleMissing,
  type ReportFacts,
  returnedItems,
  reviewState,
  type UrgeFact,
} from "@/lib/reports/rules";
import type { AvailableAction } from "@/lib/reports/verdicts/schema";
import { availableActions } from "@/lib/reports/workflow";
import { type OverrideMark, overrideMarks } from "@/lib/reviews/overrides/rules";
import { candidates, peopleAsked } from "@/lib/reviews/people/rules";
import { currentStage, isSatisfied, signedName } from "@/lib/reviews/rules";
import type { AmendmentFact, ItemFact } from "@/lib/reviews/schema";
import type { DraftState, LiveState } from "@/prisma/generated/enums";

/** A level of the review that a submission would begin, and who may take it. */
export interface LevelAhead {
  label: string;
  /** 一审, 一校: a level's person may do both. */
  steps: { label: string; names: string[] }[];
  /** Passed before, and the text it judged is still the same. */
  passed: boolean;
}

/** 退回意见 with its 答复. */
export interface ReturnedItem extends Omit<ItemFact, "errorClass"> {
  /** 错别字, 数据…; null where it is no 差错 of a 校. */
  errorLabel: string | null;
}

/** Everything that the drafting page shows and needs; plain data for the browser. */
export interface DraftingView {
  id: string;
  version: number;
  bureauName: string;
  actorName: string;
  identity: ReportIdentity;
  register: BureauRegister;
  draft: DraftState;
  live: LiveState;
  /** Null once the report is public. */
  deadline: { words: string; overdue: boolean } | null;
  sections: Sections;
  versions: Record<string, number>;
  /** How each cell of a section, or its "paragraphs", came to be. */
  origins: Record<string, Record<string, Origin>>;
  /** Nobody has written in it yet; what last year handed on may stand there. */
  untouched: boolean;
  lastYear: Sections | null;
  statement: CarryStatement | null;
  source: PrintedSource | null;
  unresolvedThreads: number;
  explanations: ExplanationFact[];
  /** Sections in which something may be edited. */
  editable: SectionKey[];
  /** What of them. */
  openings: Openings;
  returned: ReturnedItem[];
  /** 领导改稿 in the present 送审, oldest first. */
  amended: Pick<AmendmentFact, "section" | "actorName" | "reason" | "at">[];
  /** Who returned it; null outside 退回修改. */
  returnedBy: string | null;
  /** Why it cannot be edited, and who has it; null where it can. */
  holder: string | null;
  /** 催办 within the last hour. */
  urged: UrgeFact | null;
  can: Record<"submit" | "recall" | "publish" | "review" | "urge", boolean>;
  /** Levels of the next submission that nobody can take, in Chinese. */
  missing: string[];
  levels: LevelAhead[];
  /** 例外 of the text in hand. */
  overrides: OverrideMark[];
}

/** The drafting page of a report for one person. */
export function draftingView(record: ReportRecord, actor: Actor, now: Date): DraftingView {
  const { id, version, bureauName, identity, register, draft, live, sections } = record;
  const actions = availableActions(record, actor);
  const items = draft === "RETURNED" ? returnedItems(record.decisions) : [];
  const returned = items.map(({ errorClass, ...item }) => {
    return { ...item, errorLabel: errorClass && proofErrorClasses[errorClass] };
  });
  const save = actions.find((action) => action.event === "save");
  const open = save?.allowed ? openings(record) : {};
  const editable = Object.keys(open) as SectionKey[];
  return {
    id,
    version,
    bureauName,
    actorName: actor.name,
    identity,
    register,
    draft,
    live,
    deadline: live === "NONE" ? deadlineWords(record.year, now, identity.scope) : null,
    sections,
    versions: Object.fromEntries(
      Object.keys(record.hashes).map((key) => [key, storedOf(record, key).version]),
    ),
    origins: Object.fromEntries(
      Object.keys(record.hashes).map((key) => [key, storedOf(record, key).origins]),
    ),
    untouched: record.lastEditorId === null && record.publication === null,
    lastYear: record.lastYear,
    statement: record.statement,
    source: record.source,
    unresolvedThreads: record.unresolvedThreads,
    explanations: record.findings.flatMap((finding) => finding.explanation ?? []),
    editable,
    openings: open,
    returned,
    amended: amendedNow(record),
    returnedBy: returnedBy(record),
    holder: editable.length ? null : holderOf(record),
    urged: record.urged,
    can: {
      submit: isOffered(actions, "submit"),
      recall: isOffered(actions, "recall"),
      publish: isOffered(actions, "publish"),
      review: isOffered(actions, "pass"),
      urge: isOffered(actions, "urge"),
    },
    missing: peopleMissing(record),
    levels: levelsAhead(record),
    overrides: overrideMarks(record),
  };
}

function storedOf(record: ReportRecord, key: string) {
  return record.versions[key as SectionKey];
}

/** Whether the button is shown: what stands against the content alone is said when it is pressed. */
function isOffered(actions: AvailableAction[], event: AvailableAction["event"]): boolean {
  return actions.some((a) => a.event === event && (a.allowed || a.refusal === "INVALID"));
}

function returnedBy({ draft, decisions }: ReportFacts): string | null {
  if (draft !== "RETURNED") return null;
  const last = decisions.findLast((decision) => decision.kind === "RETURN");
  return last ? signedName(last.actorName, last.forName) : null;
}

function amendedNow({ amendments, round }: ReportFacts): DraftingView["amended"] {
  return amendments
    .filter(({ roundNo }) => roundNo === round?.no)
    .map(({ section, actorName, reason, at }) => ({ section, actorName, reason, at }));
}

/** Who has the report now, as a sentence. */
function holderOf(record: ReportRecord): string {
  const names = (role: string) =>
    namesOf(record.holders.filter((holder) => holder.role === role)).join("、") || "暂无人员";
  switch (record.draft) {
    case "DRAFT":
    case "RETURNED":
      return `报告由本单位拟稿人（${names("DRAFTER")}）填写，您可以查看。`;
    case "IN_REVIEW":
      return reviewersNow(record);
    case "APPROVED":
    case "SCHEDULED":
      return `报告已审定，内容不能再改，由发布管理员（${names("PUBLISHER")}）发布。`;
    case "IDLE":
      return "报告已发布，没有在办稿。页面上是已发布的内容。";
  }
}

function reviewersNow(record: ReportRecord): string {
  const state = reviewState(record);
  const stage = state && currentStage(state);
  if (!state || !stage) return "报告正在审核，审核期间不能修改。";
  const people = peopleAsked(state, record.holders);
  const names = people.map((one) => signedName(one.name, one.forName)).join("、") || "暂无人员";
  const text = record.round ? `第${record.round.revisionNo}稿` : "";
  return `${text}正在审核，现在由${names}办理“${stage.label}”，审核期间不能修改。`;
}

/** Each level of the next round with the people who may take its steps: no drafter, each name once. */
function levelsAhead(record: ReportFacts): LevelAhead[] {
  const state = nextReviewState(record);
  return state.plan.stages.map(({ label, steps }) => ({
    label,
    steps: steps.map((step) => {
      return { label: step.label, names: namesOf(candidates(step, state, record.holders)) };
    }),
    passed: steps.every((step) => isSatisfied(step, state)),
  }));
}

function namesOf(holders: { userId: string; name: string }[]): string[] {
  return [...new Map(holders.map((holder) => [holder.userId, holder.name])).values()];
}
