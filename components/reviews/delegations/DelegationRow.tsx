import { RevokeButton } from "@/components/reviews/delegations/RevokeButton";
import { Badge } from "@/components/ui/Badge";
import { formatEnd, formatInstant } from "@/components/ui/format-time";
import { RecordRow } from "@/components/ui/RecordList";
import type { Tone } from "@/components/ui/tone";
import type { DelegationItem } from "@/lib/reviews/delegations/schema";

const states: Record<DelegationItem["state"], { word: string; tone: Tone }> = {
  coming: { word: "未开始", tone: "info" },
  running: { word: "代理中", tone: "success" },
  over: { word: "已到期", tone: "neutral" },
  revoked: { word: "已撤销", tone: "neutral" },
};

/** One 代理: who for whom, from when until when, and its end by hand. */
export function DelegationRow({ item }: { item: DelegationItem }) {
  const { word, tone } = states[item.state];
  return (
    <RecordRow
      title={`${item.principal.name}由${item.deputy.name}代理`}
      badge={<Badge tone={tone}>{word}</Badge>}
      facts={[
        `${formatInstant(item.from)} 至 ${formatEnd(item.until)}`,
        item.bureauName,
        item.reason,
      ]}
      aside={item.canRevoke && <RevokeButton item={item} />}
    />
  );
}
