/** Every kind of fact in the log, with its words on the screen. */
export const auditTypes = {
  "sign-in": "登录",
  "sign-in-failed": "登录失败",
  "account-locked": "登录锁定",
  "sign-out": "退出登录",
  "token-issued": "签发接口令牌",
  "report-created": "新建报告",
  imported: "导入文稿",
  "source-settled": "采用计算值",
  "carry-over-stated": "自填上年数",
  "revision-restored": "恢复旧稿",
  submitted: "送审",
  passed: "审核通过",
  returned: "退回修改",
  recalled: "撤回送审",
  approved: "审定",
  reopened: "审定后退回",
  published: "发布",
  exported: "导出文件",
  anchor: "链首锚定",
  "audit-verified": "核验日志",
} as const;

export type AuditType = keyof typeof auditTypes;
