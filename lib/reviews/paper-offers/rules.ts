import type { Actor } from "@/lib/auth/actor";
import { type ReportFacts, reviewState } from "@/lib/reports/rules";
import { availableActions } from "@/lib/reports/workflow";
import { mayConfirm, pendingPapers } from "@/lib/reviews/papers/rules";
import { type ChecklistGroup, checklistGroups, planSteps } from "@/lib/reviews/plans/rules";
import { signerReasons } from "@/lib/reviews/workflow";

/** What a person may do about 线下审签 now. */
export interface PaperOffer {
  /** Who may have signed, and which steps; empty for who does not register papers. */
  signers: PaperSigner[];
  /** Registered and not yet confirmed, for the text as it stands. */
  pending: PendingPaper[];
}

export interface PaperSigner {
  id: string;
  name: string;
  steps: { key: string; label: string }[];
  checklist: ChecklistGroup[];
}

export interface PendingPaper {
  id: string;
  steps: string[];
  signerName: string;
  byName: string;
  /** ISO time. */
  at: string;
  scanId: string;
  /** The person may be the second one. */
  mine: boolean;
}

/** What the panel offers. Pure; the command asks the evaluator again. */
export function paperOffer(facts: ReportFacts, actor: Actor): PaperOffer {
  const actions = availableActions(facts, actor);
  const plan = reviewState(facts)?.plan;
  if (!plan || facts.draft !== "IN_REVIEW") return { signers: [], pending: [] };
  const allowed = actions.filter((a) => a.event === "sign-paper" && a.allowed).map((a) => a.step);
  const open = planSteps(plan).filter((step) => allowed.includes(step.key));
  const people = [...new Map(facts.holders.map((holder) => [holder.userId, holder.name]))];
  const signers = people.flatMap(([id, name]) => {
    const steps = open.filter((step) => !signerReasons(facts, id, step).length);
    if (id === actor.userId || !steps.length) return [];
    const named = steps.map(({ key, label }) => ({ key, label }));
    return [{ id, name, steps: named, checklist: checklistGroups(steps) }];
  });
  const confirms = actions.some((action) => action.event === "confirm-paper" && action.allowed);
  const label = (key: string) => planSteps(plan).find((step) => step.key === key)?.label ?? key;
  const pending = pendingPapers(facts).map((paper) => ({
    id: paper.id,
    steps: paper.steps.map(label),
    signerName: paper.signerName,
    byName: paper.byName,
    at: paper.at,
    scanId: paper.scanId,
    mine: confirms && mayConfirm(actor.userId, paper),
  }));
  return { signers, pending };
}
