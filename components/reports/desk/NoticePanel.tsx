import { EmptyState } from "@/components/layout/EmptyState";
import { NoticeList } from "@/components/notifications/NoticeList";
import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";
import type { Desk } from "@/lib/reports/desk/rules";

/** 消息, newest first. */
export function NoticePanel({ notices }: { notices: Desk["notices"] }) {
  return (
    <Panel title="消息" aside={<AllNotices />} flush>
      {notices.length === 0 ? (
        <EmptyState
          title="没有消息"
          next="送审、批注、退回、审定和发布时，会在这里通知有关的人。"
        />
      ) : (
        <NoticeList notices={notices} />
      )}
    </Panel>
  );
}

function AllNotices() {
  return (
    <LinkButton href="/desk/notices" size="small" tone="quiet">
      全部消息
    </LinkButton>
  );
}
