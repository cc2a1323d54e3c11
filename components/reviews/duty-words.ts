import type { Role } from "@/prisma/generated/enums";

/** Roles that judge, as people call them. */
const roleWords: Partial<Record<Role, string>> = {
  DRAFTER: "拟稿人",
  REVIEWER: "审核人",
  PROOFREADER: "校对人",
  PUBLISHER: "发布管理员",
  SUPERVISOR: "主管部门经办人",
};

/** 审核人（二级）; without a level whatever the level. */
export function dutyWords({ role, level }: { role: Role; level: number | null }): string {
  const word = roleWords[role] ?? role;
  return level === null ? word : `${word}（${"一二三四五六七八九"[level - 1] ?? level}级）`;
}
