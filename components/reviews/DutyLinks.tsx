import Link from "next/link";
import { dutyWords } from "@/components/reviews/duty-words";
import type { Duty } from "@/lib/reviews/queue/schema";

interface DutyLinksProps {
  duties: Duty[];
  /** Null: what I may pass myself. */
  chosen: Duty | null;
}

/** 我的, or the 待办 of everybody who shares a duty with me. */
export function DutyLinks({ duties, chosen }: DutyLinksProps) {
  if (!duties.length) return null;
  const links = [
    { key: "", label: "我的", href: "/desk/reviews" },
    ...duties.map((duty) => ({
      key: duty.key,
      label: dutyWords(duty),
      href: `/desk/reviews?duty=${duty.key}`,
    })),
  ];
  return (
    <nav aria-label="按职责" className="flex flex-wrap gap-2 border-b border-line px-4 py-2">
      {links.map(({ key, label, href }) => (
        <Link
          key={key}
          href={href}
          aria-current={key === (chosen?.key ?? "") ? "page" : undefined}
          className="rounded-sm border border-line px-2 py-0.5 text-sm text-muted hover:border-edge aria-[current]:border-primary aria-[current]:bg-primary-soft aria-[current]:text-primary pointer-coarse:py-2"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
