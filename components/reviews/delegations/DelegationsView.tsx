import { EmptyState } from "@/components/layout/EmptyState";
import { DelegationForm } from "@/components/reviews/delegations/DelegationForm";
import { DelegationRow } from "@/components/reviews/delegations/DelegationRow";
import { Panel } from "@/components/ui/Panel";
import { RecordList } from "@/components/ui/RecordList";
import type { DelegationItem, DelegationOffer } from "@/lib/reviews/delegations/schema";

interface DelegationsViewProps {
  items: DelegationItem[];
  offers: DelegationOffer[];
  actorId: string;
  now: Date;
}

/** Who acts for whom, and the form for another one where the person may set it. */
export function DelegationsView({ items, offers, actorId, now }: DelegationsViewProps) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Panel title="代理安排" flush>
        {items.length === 0 ? (
          <EmptyState
            title="没有代理安排"
            next="出差、请假时设置代理人，期间的审核、校对由他以自己的名义办理。"
          />
        ) : (
          <RecordList label="代理安排">
            {items.map((item) => (
              <DelegationRow key={item.id} item={item} />
            ))}
          </RecordList>
        )}
      </Panel>
      {offers.length > 0 && <DelegationForm offers={offers} actorId={actorId} today={dayOf(now)} />}
    </div>
  );
}

/** 2026-01-05, the day that it is in China. */
function dayOf(now: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(now);
}
