/** Every event of a report, with its words on the screen. */
export const eventWords = {
  save: "修改",
  submit: "送审",
  recall: "撤回送审",
  pass: "审核通过",
  return: "退回修改",
  amend: "直接改稿",
  claim: "认领",
  handover: "移交",
  override: "作例外处理",
  confirm: "确认例外",
  "sign-paper": "登记线下审签",
  "confirm-paper": "确认线下审签",
  reopen: "审定后退回",
  urge: "催办",
  publish: "发布",
} as const;

export type ReportEvent = keyof typeof eventWords;

export interface AvailableAction {
  event: ReportEvent;
  /** Set for events that belong to one step. */
  step?: string;
  allowed: boolean;
  /** In Chinese; all that stand against it, at once. */
  reasons: string[];
  /** Fields that the event must bring besides `version`. */
  needs: string[];
  /** 改动确认: of a pass that confirms a reviewer's own change, the sections he changed. */
  confirms?: string[];
  /** Why it is refused: the person, the lane (or turn), or the content; null when allowed. */
  refusal: Refusal | null;
}

export type Refusal = "FORBIDDEN" | "CONFLICT" | "INVALID";
