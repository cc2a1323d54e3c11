import type {
  ChecklistItem,
  PlanDefinition,
  PlanStage,
  PlanStep,
} from "@/lib/reviews/plans/schema";

/** 五关 but 文字关, which is the proofreader's, and 三性. */
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

function level(n: number, ordinal: string, label: string): PlanStage {
  return {
    key: `level${n}`,
    label: `${ordinal}审${ordinal}校（${label}）`,
    level: n,
    steps: [
      {
        key: `review${n}`,
        kind: "review",
        label: `${ordinal}审`,
        role: "REVIEWER",
        level: n,
        policy: "any",
        checklist: reviewChecklist,
        scope: "all",
      },
      {
        key: `proof${n}`,
        kind: "proof",
        label: `${ordinal}校`,
        role: "PROOFREADER",
        level: n,
        policy: "any",
        checklist: proofChecklist,
        scope: "all",
      },
    ],
  };
}

/** 标准三审三校: three levels by three people, none of whom drafted the text (domain section 8). */
export const standardPlan: PlanDefinition = {
  name: "标准三审三校",
  stages: [level(1, "一", "初审"), level(2, "二", "复审"), level(3, "三", "终审")],
  constraints: { distinctLevels: true, notDrafter: true, restart: false },
};

/** All steps of a plan in their order. */
export function planSteps(plan: PlanDefinition): PlanStep[] {
  return plan.stages.flatMap((stage) => stage.steps);
}

/** 审核清单 of some steps as people read it: 五关, 三性, and what a bureau added. */
export interface ChecklistGroup {
  label: string;
  items: ChecklistItem[];
}

/** The checklists of steps taken in one act, each item once; a sole proofreader has 文字关 alone. */
export function checklistGroups(steps: PlanStep[]): ChecklistGroup[] {
  const items = [...new Map(steps.flatMap((s) => s.checklist).map((i) => [i.key, i])).values()];
  return ["五关", "三性", "其他"]
    .map((label) => ({ label, items: items.filter((item) => groupOf(item) === label) }))
    .filter((group) => group.items.length > 0);
}

function groupOf({ label }: ChecklistItem): string {
  if (label.endsWith("关")) return "五关";
  return label.endsWith("性") ? "三性" : "其他";
}
