/** Kinds of step: 审, 校, 会签, 签发, 报送审核. */
export type StepKind = "review" | "proof" | "cosign" | "sign" | "file";

export interface ChecklistItem {
  key: string;
  label: string;
}

export interface PlanStep {
  /** Unique in the plan: review1. */
  key: string;
  kind: StepKind;
  label: string;
  role: "REVIEWER" | "PROOFREADER";
  level: number;
  /** Whether one holder's pass is enough. */
  policy: "any" | "all";
  checklist: ChecklistItem[];
  /** Sections that the step judges. */
  scope: "all" | string[];
}

/** Steps that run side by side; stages follow each other. */
export interface PlanStage {
  key: string;
  label: string;
  level: number;
  steps: PlanStep[];
}

export interface PlanDefinition {
  name: string;
  stages: PlanStage[];
  constraints: {
    /** No two levels by one person. */
    distinctLevels: boolean;
    /** Nobody who changed the text judges it. */
    notDrafter: boolean;
    /** Every round starts again, whatever was passed before. */
    restart: boolean;
  };
}
