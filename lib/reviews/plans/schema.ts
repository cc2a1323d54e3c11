import { z } from "zod";
import type { OverridableGuard, StepKind, StepRole } from "@/lib/reviews/plan-words/rules";
import { overridableGuards, stepKinds, stepRoles } from "@/lib/reviews/plan-words/rules";

const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, "只能用字母和数字，以小写字母开头");
const label = z.string().trim().min(1, "不能为空").max(30, "不超过三十字");
const rank = z.int().min(1).max(9).nullable();

const person = z.strictObject({ id: z.uuid(), name: z.string().max(50) });

const checklistItem = z.strictObject({ key, label });
export type ChecklistItem = z.infer<typeof checklistItem>;

const stepRole = z.enum(names<StepRole>(stepRoles));

const planStep = z.strictObject({
  /** Unique in the plan: review1. */
  key,
  kind: z.enum(names<StepKind>(stepKinds)),
  label,
  role: stepRole,
  /** Rank that the holder has; null where any will do. */
  level: rank,
  /** Named people, instead of everybody with the role. */
  persons: z.array(person).max(50).default([]),
  /** Whether one holder's pass is enough. */
  policy: z.enum(["any", "all"]),
  /** Where all must pass: who they are; written into the round's copy when it opens. */
  asked: z.array(person).default([]),
  checklist: z.array(checklistItem).max(30),
  /** Sections that the step judges. */
  scope: z.union([z.literal("all"), z.array(z.string().max(60)).min(1, "至少选一个部分")]),
  /** 限办天数, in days from when its turn comes; null without a limit. */
  days: z.int().min(1).max(90).nullable().default(null),
  /** 领导直接改稿 is allowed. */
  mayEdit: z.boolean().default(false),
  /** 自校: the drafter's own declared check; nobody but a drafter of the text takes it. */
  ownCheck: z.boolean().default(false),
  /** 校: most errors with which it may pass; null without a limit. */
  errorLimit: z.int().min(0).max(999).nullable().default(null),
});
export type PlanStep = z.infer<typeof planStep>;

const planStage = z.strictObject({
  key,
  label,
  /** Place among the levels, rising. */
  level: z.int().min(1).max(20),
  /** Whether its person must be another than those of the other levels. */
  distinct: z.boolean().default(true),
  /** Steps that run side by side; stages follow each other. */
  steps: z.array(planStep).min(1, "至少要有一个环节").max(10),
});
export type PlanStage = z.infer<typeof planStage>;

const constraints = z.strictObject({
  /** No two levels by one person. */
  distinctLevels: z.boolean(),
  /** Nobody who changed the text judges it. */
  notDrafter: z.boolean(),
  /** Every round starts again, whatever was passed before. */
  restart: z.boolean(),
  /** 校对人另设: who reviews a level does not proofread it. */
  separateProof: z.boolean().default(false),
});

/** 审核流程 as data. */
export const planDefinition = z.strictObject({
  name: label,
  stages: z.array(planStage).min(1, "至少要有一级").max(10),
  constraints,
  overridable: z.array(z.enum(names<OverridableGuard>(overridableGuards))).default([]),
  /** Who may override: a role of the bureau, with its rank. */
  overrideBy: z
    .strictObject({ role: stepRole, level: rank })
    .default({ role: "REVIEWER", level: 3 }),
});
export type PlanDefinition = z.infer<typeof planDefinition>;

function names<T extends string>(words: Record<T, string>): [T, ...T[]] {
  return Object.keys(words) as [T, ...T[]];
}

/** A bureau's own plan, begun as a copy. */
export const newPlanInput = z.strictObject({
  /** Bureau code. */
  bureau: z.string().max(40),
  /** The plan that is copied. */
  from: z.uuid(),
  name: label,
});
export type NewPlanInput = z.infer<typeof newPlanInput>;

/** 选用: the bureau that works by the plan from now on. */
export const planChoiceInput = z.strictObject({ bureau: z.string().max(40) });

/** A plan in the list. */
export interface PlanItem {
  id: string;
  name: string;
  /** Bureau code; null for a ready-made one. */
  bureau: string | null;
  /** Labels of its stages, as they would be published next. */
  stages: string[];
  /** The newest version; null before the first. */
  no: number | null;
  /** Something waits to be published. */
  hasDraft: boolean;
  /** Bureaus that work by it, of those that the actor belongs to. */
  usedBy: string[];
}

/** One of the actor's bureaus before a plan. */
export interface PlanBureau {
  bureau: string;
  bureauName: string;
  /** It works by this plan. */
  uses: boolean;
  mayChoose: boolean;
  /** What its people cannot fill, in Chinese. */
  warnings: string[];
}

/** A role that somebody holds, to be named in a step. */
export interface PlanPerson {
  id: string;
  name: string;
  role: string;
  level: number | null;
}

/** A plan with all that its page shows. */
export interface PlanView {
  id: string;
  name: string;
  bureau: string | null;
  /** For If-Match. */
  version: number;
  /** As it would be published next. */
  definition: PlanDefinition;
  hasDraft: boolean;
  changedByName: string | null;
  /** ISO times, as everywhere below. */
  changedAt: string | null;
  /** Newest first. */
  versions: { no: number; publishedAt: string; publishedByName: string | null }[];
  mayEdit: boolean;
  /** Why it cannot be deleted; empty when it can. */
  inUse: string[];
  bureaus: PlanBureau[];
  /** Who can be named; empty where nothing can be edited. */
  people: PlanPerson[];
}
