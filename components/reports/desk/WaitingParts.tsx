import { EmptyState } from "@/components/layout/EmptyState";
import { ErrorRatesLink } from "@/components/reviews/errors/ErrorRatesLink";
import { QueueRow } from "@/components/reviews/QueueRow";
import { Badge } from "@/components/ui/Badge";
import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";
import { RecordList, RecordRow } from "@/components/ui/RecordList";
import type { Desk } from "@/lib/reports/desk/rules";

const SHOWN = 5;

interface ReviewingPartProps {
  waiting: NonNullable<Desk["reviewing"]>;
  now: Date;
}

/** 待办: what a reviewer or proofreader can judge now, the first few of it. */
export function ReviewingPart({ waiting, now }: ReviewingPartProps) {
  return (
    <Panel title={`待办 ${waiting.count} 件`} aside={<AllReviews />} flush>
      {waiting.count === 0 ? (
        <EmptyState title="没有待办" next="报告送到您这一级时，会出现在这里，同时发消息给您。" />
      ) : (
        <RecordList label="待办">
          {waiting.items.slice(0, SHOWN).map((item) => (
            <QueueRow key={item.id} item={item} now={now} />
          ))}
        </RecordList>
      )}
    </Panel>
  );
}

function AllReviews() {
  return (
    <LinkButton href="/desk/reviews" size="small" tone="quiet">
      全部审核
    </LinkButton>
  );
}

/** 已审定: what a publisher can put before the public. */
export function PublishingPart({ ready }: { ready: NonNullable<Desk["publishing"]> }) {
  return (
    <Panel title={`待发布 ${ready.length} 件`} aside={<ErrorRatesLink />} flush>
      {ready.length === 0 ? (
        <EmptyState title="没有待发布的报告" next="审核全部通过以后，报告会出现在这里。" />
      ) : (
        <RecordList label="待发布">
          {ready.map(({ id, bureauName, year }) => (
            <RecordRow
              key={id}
              title={`${bureauName} ${year} 年度报告`}
              badge={<Badge tone="success">已审定</Badge>}
              facts={["发布前先核对公开页的样子"]}
              aside={
                <LinkButton href={`/desk/reports/${id}/publish`} tone="primary">
                  预览并发布
                </LinkButton>
              }
            />
          ))}
        </RecordList>
      )}
    </Panel>
  );
}
