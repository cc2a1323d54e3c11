/** Kinds of step, with their words on the screen. */
export const stepKinds = {
  review: "审",
  proof: "校",
  cosign: "会签",
  sign: "签发",
  file: "报送审核",
} as const;
export type StepKind = keyof typeof stepKinds;

/** Roles that can hold a step, with their words on the screen; 报送审核 is the superior's. */
export const stepRoles = {
  DRAFTER: "拟稿人",
  REVIEWER: "审核人",
  PROOFREADER: "校对人",
  PUBLISHER: "发布管理员",
  SUPERVISOR: "主管部门经办人",
} as const;
export type StepRole = keyof typeof stepRoles;

/** Guards that a plan may let somebody pass by, with a reason. */
export const overridableGuards = {
  distinctLevels: "同一人承担两个层级",
  separateProof: "同一人又审又校",
  errorLimit: "差错数超过限额",
  lastEditor: "最后修改人自己发布",
} as const;
export type OverridableGuard = keyof typeof overridableGuards;
