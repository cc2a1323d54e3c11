import { stepRoles } from "@/lib/reviews/plan-words/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";

/** 第 2 级审核人; the people named, where they are. */
export function holderWords({ role, level, persons, ownCheck }: PlanStep): string {
  if (ownCheck) return "起草本稿的人";
  if (persons.length)
    return `${persons.map((person) => person.name).join("、")}（${stepRoles[role]}）`;
  return `${level === null ? "" : `第 ${level} 级`}${stepRoles[role]}`;
}

export function policyWords({ policy }: PlanStep): string {
  return policy === "any" ? "任一人" : "每个人";
}

export function checklistWords({ checklist }: PlanStep): string {
  return checklist.length ? `${checklist.length} 项` : "无";
}

export function scopeWords({ scope }: PlanStep): string {
  return scope === "all" ? "全部" : `${scope.length} 个部分`;
}

export function daysWords({ days }: PlanStep): string {
  return days === null ? "不限" : `${days} 天`;
}

/** 可直接改稿、差错不超过 3 处; 无 without any. */
export function extraWords({ mayEdit, ownCheck, errorLimit }: PlanStep): string {
  const extras = [
    ownCheck && "自校",
    mayEdit && "可直接改稿",
    errorLimit !== null && `差错不超过 ${errorLimit} 处`,
  ];
  return extras.filter(Boolean).join("、") || "无";
}
