import { LinkButton } from "@/components/ui/LinkButton";
import { QUEUE_PAGE } from "@/lib/reviews/queue/schema";

interface QueuePagesProps {
  tab: string;
  duty: string | undefined;
  page: number;
  /** Of all pages. */
  count: number;
}

/** 上一页 and 下一页, where there is more than one. */
export function QueuePages({ tab, duty, page, count }: QueuePagesProps) {
  const last = Math.max(1, Math.ceil(count / QUEUE_PAGE));
  if (last === 1 && page === 1) return null;
  const href = (no: number) =>
    `/desk/reviews?${new URLSearchParams({ tab, ...(duty && { duty }), page: String(no) })}`;
  return (
    <nav
      aria-label="分页"
      className="flex items-center gap-3 border-t border-line px-4 py-2 text-sm"
    >
      {page > 1 && (
        <LinkButton size="small" href={href(Math.min(page - 1, last))}>
          上一页
        </LinkButton>
      )}
      <span className="tabular-nums">
        第 {page} 页，共 {last} 页，{count} 件
      </span>
      {page < last && (
        <LinkButton size="small" href={href(page + 1)}>
          下一页
        </LinkButton>
      )}
    </nav>
  );
}
