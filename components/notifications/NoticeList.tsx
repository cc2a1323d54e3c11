"use client";

import Link from "next/link";
import { readNotices } from "@/components/notifications/notices-read";
import { classNames } from "@/components/ui/class-names";
import { formatInstant } from "@/components/ui/format-time";
import { StatusDot } from "@/components/ui/StatusDot";
import type { NoticeRow } from "@/lib/notifications/schema";

/** 消息, newest first; to follow one is to have read it. */
export function NoticeList({ notices }: { notices: NoticeRow[] }) {
  return (
    <ul aria-label="消息" className="divide-y divide-line">
      {notices.map(({ outboxId, text, href, createdAt, readAt }) => (
        <li key={outboxId} className="relative px-4 py-2.5 text-sm has-[a:hover]:bg-primary-soft">
          <Link
            href={href}
            prefetch={false}
            onClick={() => void (readAt ?? readNotices(outboxId))}
            className={classNames(
              "text-primary before:absolute before:inset-0 hover:underline",
              !readAt && "font-bold",
            )}
          >
            {text}
          </Link>
          <p className="flex items-center gap-2 text-xs text-muted tabular-nums">
            <time dateTime={createdAt.toISOString()}>{formatInstant(createdAt)}</time>
            {!readAt && <StatusDot tone="info" label="未读" />}
          </p>
        </li>
      ))}
    </ul>
  );
}
