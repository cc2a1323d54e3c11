import { AuditFilter } from "@/components/audit/AuditFilter";
import { AuditTable } from "@/components/audit/AuditTable";
import { VerifyPanel } from "@/components/audit/VerifyPanel";
import { EmptyState } from "@/components/layout/EmptyState";
import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";
import type { AuditPage } from "@/lib/audit/rules";
import type { AuditQuery } from "@/lib/audit/schema";

interface AuditViewProps {
  page: AuditPage;
  query: AuditQuery;
}

/** 操作日志: verify, filter, read. */
export function AuditView({ page, query }: AuditViewProps) {
  const { items, nextCursor } = page;
  return (
    <>
      <VerifyPanel />
      <AuditFilter page={page} query={query} />
      <Panel flush>
        {items.length === 0 ? (
          <EmptyState
            title="没有符合条件的记录"
            next="换一条链、一个类型或对象再试。"
            action={<LinkButton href="/desk/audit">查看全部</LinkButton>}
          />
        ) : (
          <AuditTable items={items} />
        )}
      </Panel>
      <div className="mt-4 flex gap-2">
        {query.cursor && <LinkButton href={addressOf(query, null)}>回到最新</LinkButton>}
        {nextCursor && <LinkButton href={addressOf(query, nextCursor)}>更早的记录</LinkButton>}
      </div>
    </>
  );
}

function addressOf(query: AuditQuery, cursor: string | null): string {
  const entries = Object.entries({ ...query, cursor });
  const filled = entries.filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/desk/audit?${new URLSearchParams(filled)}`;
}
