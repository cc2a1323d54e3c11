import type {
  ChecklistItem,
  PlanDefinition,
  PlanStage,
  PlanStep,
} from "@/lib/reviews/plans/schema";

/** 五关 but 文字关, which is the proofreader's, and 三性 (domain section 8). */
const reviewChecklist: ChecklistItem[] = [
  { key: "political", label: "政治关" },
  { key: "law", label: "法律关" },
  { key: "policy", label: "政策关" },
  { key: "secrecy", label: "保密关" },
  { key: "truthful", label: "真实性" },
  { key: "lawful", label: "合法性" },
  { key: "classified", label: "保密性" },
];

const proofChecklist: ChecklistItem[] = [{ key: "wording", label: "文字关" }];

const declared: ChecklistItem[] = [{ key: "declared", label: "数据与台账一致，已逐项自校" }];

type StepInput = Pick<PlanStep, "key" | "kind" | "label"> & Partial<PlanStep>;

function step(input: StepInput): PlanStep {
  return {
    role: "REVIEWER",
    level: null,
    persons: [],
    policy: "any",
    asked: [],
    checklist: [],
    scope: "all",
    days: null,
    mayEdit: false,
    ownCheck: false,
    errorLimit: null,
    ...input,
  };
}

/** A level with its 审 and its 校, held by people of that rank. */
function level(n: number, label: string, rank: number | null = n): PlanStage {
  const ordinal = ["零", "一", "二", "三"][n];
  const review = { key: `review${n}`, kind: "review", label: `${ordinal}审` } as const;
  const proof = { key: `proof${n}`, kind: "proof", label: `${ordinal}校` } as const;
  return {
    key: `level${n}`,
    label: `${ordinal}审${ordinal}校（${label}）`,
    level: n,
    distinct: true,
    steps: [
      step({ ...review, level: rank, checklist: reviewChecklist }),
      step({ ...proof, role: "PROOFREADER", level: rank, checklist: proofChecklist }),
    ],
  };
}

/** The drafter's own declared check as the first level. */
function ownCheck(): PlanStage {
  return {
    key: "level1",
    label: "一校（拟稿人自校）",
    level: 1,
    distinct: true,
    steps: [
      step({
        key: "proof1",
        kind: "proof",
        label: "自校",
        role: "DRAFTER",
        checklist: declared,
        ownCheck: true,
      }),
    ],
  };
}

const constraints = {
  distinctLevels: true,
  notDrafter: true,
  restart: false,
  separateProof: false,
};

function plan(name: string, stages: PlanStage[]): PlanDefinition {
  const overrideBy = { role: "REVIEWER", level: 3 } as const;
  return { name, stages, constraints, overridable: [], overrideBy };
}

const threeLevels = [level(1, "初审"), level(2, "复审"), level(3, "终审")];

/** 标准三审三校: three levels by three people, none of whom drafted the text (domain section 8). */
export const standardPlan = plan("标准三审三校", threeLevels);

/** The ready-made plans, by code; a bureau takes one as it is, or as the start of its own. */
export const readyPlans: Record<string, PlanDefinition> = {
  standard: standardPlan,
  signed: plan("三审三校加签发和报送审核", [
    ...threeLevels,
    {
      key: "signing",
      label: "签发",
      level: 4,
      // In most bureaus the head who judges last also signs.
      distinct: false,
      steps: [step({ key: "sign", kind: "sign", label: "签发", level: 3 })],
    },
    {
      key: "filing",
      label: "报送审核",
      level: 5,
      distinct: true,
      steps: [step({ key: "file", kind: "file", label: "报送审核", role: "SUPERVISOR" })],
    },
  ]),
  ownCheck: plan("拟稿自校式", [ownCheck(), level(2, "复审"), level(3, "终审")]),
  township: plan("乡镇简式", [ownCheck(), level(2, "审核", null)]),
};
