"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { onNoticesRead } from "@/components/notifications/notices-read";
import { callApi } from "@/components/reports/api-client";
import { classNames } from "@/components/ui/class-names";

/**
 * 消息 with how many are not read. Asked for when a page comes, when somebody comes back to it, and
 * when one was read; never by the clock, which would keep an idle session alive.
 */
export function UnreadLink({ className }: { className: string }) {
  const [unread, setUnread] = useState(0);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page asks anew
  useEffect(() => {
    let isHere = true;
    const count = async () => {
      if (document.visibilityState === "hidden") return;
      const result = await callApi<{ unread: number }>("GET", "/notices/unread");
      if (isHere && result.ok) setUnread(result.data.unread);
    };
    void count();
    document.addEventListener("visibilitychange", count);
    const end = onNoticesRead(count);
    return () => {
      isHere = false;
      document.removeEventListener("visibilitychange", count);
      end();
    };
  }, [path]);

  return (
    <Link
      href="/desk/notices"
      className={classNames(
        "flex min-h-9 shrink-0 items-center gap-1.5 rounded-sm px-2 text-sm hover:bg-primary pointer-coarse:min-h-11",
        className,
      )}
    >
      消息
      {unread > 0 && (
        <span className="rounded-sm bg-paper px-1.5 text-xs font-bold text-primary-strong tabular-nums">
          {unread > 99 ? "99+" : unread}
          <span className="sr-only">条未读</span>
        </span>
      )}
    </Link>
  );
}
