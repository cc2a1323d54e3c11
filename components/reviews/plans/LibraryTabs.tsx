import { LinkTabs } from "@/components/ui/LinkTabs";

const tabs = [
  { key: "plans", label: "审核流程", href: "/desk/plans" },
  { key: "phrases", label: "常用意见", href: "/desk/plans/phrases" },
];

/** The parts of 流程词库. */
export function LibraryTabs({ current }: { current: "plans" | "phrases" }) {
  return (
    <div className="mb-4">
      <LinkTabs label="流程词库" tabs={tabs} current={current} />
    </div>
  );
}
