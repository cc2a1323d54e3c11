import { z } from "zod";

const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, "只能用字母和数字，以小写字母开头");
const label = z.string().trim().min(1, "不能为空").max(30, "不超过三十字");
const rank = z.int().min(1).max(9).nullable();

const person = z.strictObject({ id: z.uuid(), name: z.string().max(50) });

const checklistItem = z.strictObject({ key, label });
export type ChecklistItem = z.infer<typeof checklistItem>;

/** Kinds of step, with their words on the screen. */
export const stepKinds = {
  review: "审",
  proof: "校",
  cosign: "会签",
  sign: "签发",
  file: "报送审核",
} as const;
export type StepKind = keyof typeof stepKinds;

/** Roles that can hold a step; 报送审核 is the superior's. */
const stepRoles = ["DRAFTER", "REVIEWER", "PROOFREADER", "PUBLISHER", "SUPERVISOR"] as const;

/** Guards that a plan may let somebody pass by, with a reason. */
export const overridableGuards = {
  distinctLevels: "同一人承担两个层级",
  separateProof: "同一人又审又校",
  errorLimit: "差错数超过限额",
  lastEditor: "最后修改人自己发布",
} as const;
export type OverridableGuard = keyof typeof overridableGuards;

const planStep = z.strictObject({
  /** Unique in the plan: review1. */
  key,
  kind: z.enum(Object.keys(stepKinds) as [StepKind, ...StepKind[]]),
  label,
  role: z.enum(stepRoles),
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
  overridable: z
    .array(z.enum(Object.keys(overridableGuards) as [OverridableGuard, ...OverridableGuard[]]))
    .default([]),
  /** Who may override: a role of the bureau, with its rank. */
  overrideBy: z
    .strictObject({ role: z.enum(stepRoles), level: rank })
    .default({ role: "REVIEWER", level: 3 }),
});
export type PlanDefinition = z.infer<typeof planDefinition>;
