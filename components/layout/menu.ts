export type MenuKey = "desk" | "reports" | "reviews" | "audit";

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
  { key: "audit", label: "操作日志", href: "/desk/audit" },
];
