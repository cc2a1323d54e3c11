import type { Actor, ActorMembership } from "@/lib/auth/actor";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import type { RoundFact } from "@/lib/reports/rules";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import type { DecisionFact, Hashes, Holder, ItemFact, ReviewState } from "@/lib/reviews/schema";
import type { Role } from "@/prisma/generated/enums";

/** Facts of a report without a database: one bureau with the people of the demonstration. */

const BUREAU = "sfj";

const duties: Record<string, [role: Role, level: number | null][]> = {
  clerk: [["DRAFTER", null]],
  clerk2: [["DRAFTER", null]],
  review1: reviews(1),
  review2: reviews(2),
  review3: reviews(3),
  proof1: [["PROOFREADER", null]],
  admin: [["PUBLISHER", null]],
  both: [...reviews(1), ...reviews(2)],
};

export const people = Object.keys(duties);

function reviews(level: number): [Role, number][] {
  return [
    ["REVIEWER", level],
    ["PROOFREADER", level],
  ];
}

/** What the people named hold; all of the bureau's without names. */
export function holdersOf(...names: string[]): Holder[] {
  return (names.length ? names : people).flatMap((name) =>
    (duties[name] ?? []).map(([role, level]) => ({
      userId: name,
      name,
      role,
      level,
      forId: null,
      forName: null,
    })),
  );
}

/** A person as the actor of a request; on wish his namesake in another bureau. */
export function actorNamed(name: string, bureauId: string | null = BUREAU): Actor {
  const memberships: ActorMembership[] = (duties[name] ?? []).map(([role, level]) => ({
    bureauId,
    role,
    level,
  }));
  const userId = bureauId === BUREAU ? name : `${name}@${bureauId}`;
  return { userId, account: name, name, memberships, lent: [] as Actor["lent"] } as Actor;
}

export const textHashes: Hashes = { title: "t1", applications: "a1", problems: "p1" };

let clock = 0;

/** A decision by a person named, later than all made before it. */
export function decision(
  step: string,
  actor: string,
  changes: Partial<DecisionFact> = {},
): DecisionFact {
  clock += 1;
  return {
    id: `d${clock}`,
    roundNo: 1,
    step,
    kind: "PASS",
    actorId: actor,
    actorName: actor,
    forId: null,
    forName: null,
    hashes: textHashes,
    opinion: "",
    at: new Date(Date.UTC(2026, 0, 5) + clock * 1000).toISOString(),
    paperId: null,
    items: [],
    ...changes,
  };
}

/** Both decisions of a level's person. */
export function levelPassed(level: number, actor: string, changes: Partial<DecisionFact> = {}) {
  return [decision(`review${level}`, actor, changes), decision(`proof${level}`, actor, changes)];
}

/** A returned item by its place; answered on wish. */
export function itemAt(section: string, changes: Partial<ItemFact> = {}): ItemFact {
  return {
    id: `item-${section}`,
    section,
    cell: null,
    words: "请改。",
    errorClass: null,
    quote: null,
    correction: null,
    answer: null,
    ...changes,
  };
}

export function reviewOf(changes: Partial<ReviewState> = {}): ReviewState {
  return {
    plan: standardPlan,
    roundNo: 1,
    hashes: textHashes,
    decisions: [],
    drafters: ["clerk"],
    amendments: [],
    overrides: [],
    handovers: [],
    ...changes,
  };
}

/** The standard plan with other constraints, or with another policy for some steps. */
export function planWith(
  constraints: Partial<PlanDefinition["constraints"]>,
  all: string[] = [],
): PlanDefinition {
  return {
    ...standardPlan,
    constraints: { ...standardPlan.constraints, ...constraints },
    stages: standardPlan.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => ({
        ...step,
        policy: all.includes(step.key) ? ("all" as const) : step.policy,
      })),
    })),
  };
}

export function roundOf(changes: Partial<RoundFact> = {}): RoundFact {
  return {
    id: "r1",
    no: 1,
    planVersionId: "v1",
    plan: standardPlan,
    openedById: "clerk",
    openedByName: "clerk",
    openedAt: "2026-01-05T00:00:00.000Z",
    filedAt: null,
    closedAt: null,
    outcome: null,
    revisionId: "rev1",
    revisionNo: 1,
    contentHash: "c1",
    ...changes,
  };
}

/** A report in 拟稿中 that clerk typed, with nothing against its submission. */
export function factsOf(changes: Partial<ReportSummary> = {}): ReportSummary {
  return {
    id: "report",
    bureauId: BUREAU,
    year: 2025,
    version: 1,
    draft: "DRAFT",
    live: "NONE",
    identity: { format: "2021", bureau: BUREAU, year: 2025, scope: "own" },
    bureauName: "灋河回族区司法局",
    register: { name: "灋河回族区司法局", shortNames: [], regionNames: [], mediaNames: [] },
    publication: null,
    contentHash: "c1",
    hashes: textHashes,
    round: null,
    bureauPlan: standardPlan,
    decisions: [],
    amendments: [],
    overrides: [],
    widenings: [],
    handovers: [],
    papers: [],
    drafters: ["clerk"],
    lastEditorId: "clerk",
    holders: holdersOf(),
    urged: null,
    submitBlocks: [],
    ...changes,
  };
}
