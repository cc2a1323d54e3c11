import { EmptyState } from "@/components/layout/EmptyState";
import { StateBadge } from "@/components/reports/StateBadge";
import { ShelfFilter, type ShelfQuery } from "@/components/reports/shelf/ShelfFilter";
import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";
import { RecordList, RecordRow } from "@/components/ui/RecordList";
import { publicPath } from "@/lib/publications/rules";
import { deadlineWords } from "@/lib/reports/deadlines/rules";
import type { ReportShelf, ShelfItem } from "@/lib/reports/desk/rules";

interface ShelfViewProps {
  shelf: ReportShelf;
  query: ShelfQuery;
  now: Date;
}

/** Every report that the person may see, newest year first. */
export function ShelfView({ shelf, query, now }: ShelfViewProps) {
  const { items, years, nextCursor } = shelf;
  return (
    <>
      <ShelfFilter years={years} query={query} />
      <Panel flush>
        {items.length === 0 ? (
          <Nothing filtered={years.length > 0} />
        ) : (
          <RecordList label="年度报告">
            {items.map((item) => (
              <ShelfRow key={item.id} item={item} now={now} />
            ))}
          </RecordList>
        )}
      </Panel>
      {nextCursor && (
        <div className="mt-4">
          <LinkButton href={`/desk/reports?${nextPage(query, nextCursor)}`}>下一页</LinkButton>
        </div>
      )}
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (!filtered) return <EmptyState title="还没有报告" next="由拟稿人点“新建年度报告”开始编制。" />;
  return (
    <EmptyState
      title="没有符合条件的报告"
      next="换一个年度或状态再试。"
      action={<LinkButton href="/desk/reports">查看全部</LinkButton>}
    />
  );
}

function ShelfRow({ item, now }: { item: ShelfItem; now: Date }) {
  const { id, bureau, bureauName, year, scope, draft, live } = item;
  const { words, overdue } = deadlineWords(year, now, scope);
  const isLive = live === "LIVE";
  return (
    <RecordRow
      title={`${year} 年度报告`}
      href={`/desk/reports/${id}`}
      badge={<StateBadge draft={draft} live={live} />}
      facts={[
        bureauName,
        scope === "area" ? "汇总" : "本机关",
        live === "NONE" && <span className={overdue ? "text-danger" : undefined}>{words}</span>,
      ]}
      aside={
        isLive && (
          <a
            href={publicPath(bureau, year, scope === "own" ? "OWN" : "AREA")}
            aria-label={`${year} 年度报告的公开页`}
            className="text-primary underline decoration-primary-line underline-offset-4 hover:decoration-primary"
          >
            公开页
          </a>
        )
      }
    />
  );
}

function nextPage(query: ShelfQuery, cursor: string): URLSearchParams {
  const filled = Object.entries({ ...query, cursor }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(filled.map(([key, value]) => [key, String(value)]));
}
