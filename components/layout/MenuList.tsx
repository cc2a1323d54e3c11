import Link from "next/link";
import type { MenuItem, MenuKey } from "@/components/layout/menu";

interface MenuListProps {
  items: MenuItem[];
  current: MenuKey | null;
}

/** The menu as a column of links; the current one is marked by ground, bar and weight. */
export function MenuList({ items, current }: MenuListProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key}>
          <Link
            href={item.href}
            aria-current={item.key === current ? "page" : undefined}
            className={
              "flex min-h-10 items-center border-l-4 border-transparent px-4 text-sm -outline-offset-2 " +
              "hover:bg-sunken pointer-coarse:min-h-12 aria-[current=page]:border-primary " +
              "aria-[current=page]:bg-primary-soft aria-[current=page]:font-bold " +
              "aria-[current=page]:text-primary"
            }
          >
            {item.label}
            {item.count ? (
              <span className="ml-auto rounded-sm bg-primary px-1.5 text-xs font-bold text-paper tabular-nums">
                {item.count}
                <span className="sr-only">项</span>
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
