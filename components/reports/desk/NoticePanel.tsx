import { EmptyState } from "@/components/layout/EmptyState";
import { formatInstant } from "@/components/ui/format-time";
import { Panel } from "@/components/ui/Panel";
import { TextLink } from "@/components/ui/TextLink";
import type { Desk } from "@/lib/reports/desk/rules";

/** 消息, newest first. */
export function NoticePanel({ notices }: { notices: Desk["notices"] }) {
  return (
    <Panel title="消息" flush>
      {notices.length === 0 ? (
        <EmptyState
          title="没有消息"
          next="送审、批注、退回、审定和发布时，会在这里通知有关的人。"
        />
      ) : (
        <ul className="divide-y divide-line">
          {notices.map(({ outboxId, text, href, createdAt }) => (
            <li key={outboxId} className="px-4 py-2.5 text-sm">
              <TextLink href={href}>{text}</TextLink>
              <p className="text-xs text-muted tabular-nums">{formatInstant(createdAt)}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
