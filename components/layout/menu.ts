import type { Role } from "@/prisma/generated/enums";

export type MenuKey = "desk" | "reports" | "reviews" | "plans" | "audit";

export interface MenuItem {
  key: MenuKey;
  label: string;
  href: string;
  /** How many wait there. */
  count?: number;
}

/** The whole menu in its order; a page shows the items that its actor has a use for. */
export const workspaceMenu: MenuItem[] = [
  { key: "desk", label: "工作台", href: "/desk" },
  { key: "reports", label: "年度报告", href: "/desk/reports" },
  { key: "reviews", label: "审核待办", href: "/desk/reviews" },
  { key: "plans", label: "流程词库", href: "/desk/plans" },
  { key: "audit", label: "操作日志", href: "/desk/audit" },
];

const atReports: Role[] = ["DRAFTER", "REVIEWER", "PROOFREADER", "PUBLISHER"];

/** Who has a use for an item; the desk is everybody's. */
const users: Record<Exclude<MenuKey, "desk">, Role[]> = {
  reports: atReports,
  reviews: [...atReports, "SUPERVISOR"],
  plans: [...atReports, "SUPERVISOR"],
  audit: ["AUDITOR"],
};

/** The menu of a person with these roles, with how many wait at an item where that is known. */
export function menuFor(
  actor: { memberships: { role: Role }[] },
  counts: Partial<Record<MenuKey, number>> = {},
): MenuItem[] {
  const shown = ({ key }: MenuItem) =>
    key === "desk" || actor.memberships.some(({ role }) => users[key].includes(role));
  return workspaceMenu.filter(shown).map((item) => ({ ...item, count: counts[item.key] }));
}
