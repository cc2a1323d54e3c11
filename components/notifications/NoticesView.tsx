"use client";

import { useRouter } from "next/navigation";
import { EmptyState } from "@/components/layout/EmptyState";
import { NoticeList } from "@/components/notifications/NoticeList";
import { readNotices } from "@/components/notifications/notices-read";
import { Button } from "@/components/ui/Button";
import { LinkButton } from "@/components/ui/LinkButton";
import { LinkTabs } from "@/components/ui/LinkTabs";
import { Panel } from "@/components/ui/Panel";
import type { NoticeRow, NoticesQuery } from "@/lib/notifications/schema";

interface NoticesViewProps {
  page: { items: NoticeRow[]; nextCursor: string | null };
  query: NoticesQuery;
}

/** 消息: all, or what is not read. */
export function NoticesView({ page, query }: NoticesViewProps) {
  const router = useRouter();
  const { items, nextCursor } = page;
  const onlyUnread = query.unread === "true";
  const here = onlyUnread ? "/desk/notices?unread=true" : "/desk/notices";

  async function readAll() {
    await readNotices();
    router.refresh();
  }

  return (
    <>
      <Panel flush>
        <LinkTabs
          label="消息"
          current={onlyUnread ? "unread" : "all"}
          tabs={[
            { key: "all", label: "全部", href: "/desk/notices" },
            { key: "unread", label: "未读", href: "/desk/notices?unread=true" },
          ]}
        />
        {items.length === 0 ? (
          <EmptyState
            title={onlyUnread ? "没有未读的消息" : "没有消息"}
            next="报告等待您办理、有人催办、将要到期、退回、审定和发布时，会在这里通知您。"
          />
        ) : (
          <NoticeList notices={items} />
        )}
      </Panel>
      <div className="mt-4 flex flex-wrap gap-2">
        {items.some(({ readAt }) => !readAt) && <Button onClick={readAll}>全部标为已读</Button>}
        {query.cursor && <LinkButton href={here}>回到最新</LinkButton>}
        {nextCursor && (
          <LinkButton href={`${here}${onlyUnread ? "&" : "?"}cursor=${nextCursor}`}>
            更早的消息
          </LinkButton>
        )}
      </div>
    </>
  );
}
