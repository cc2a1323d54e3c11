import { Badge } from "@/components/ui/Badge";
import type { Tone } from "@/components/ui/tone";
import type { DraftState, LiveState } from "@/prisma/generated/enums";

interface StateWords {
  word: string;
  tone: Tone;
}

/** The draft lane in words. */
export const draftStates: Record<DraftState, StateWords> = {
  DRAFT: { word: "拟稿中", tone: "info" },
  IN_REVIEW: { word: "审核中", tone: "info" },
  RETURNED: { word: "退回修改", tone: "warning" },
  APPROVED: { word: "已审定", tone: "success" },
  SCHEDULED: { word: "待定时发布", tone: "success" },
  IDLE: { word: "无在办稿", tone: "neutral" },
};

/** The live lane in words. */
export const liveStates: Record<LiveState, StateWords> = {
  NONE: { word: "未发布", tone: "neutral" },
  LIVE: { word: "已发布", tone: "success" },
  WITHDRAWN: { word: "已撤下", tone: "warning" },
};

export function DraftBadge({ state }: { state: DraftState }) {
  const { word, tone } = draftStates[state];
  return <Badge tone={tone}>{word}</Badge>;
}

function LiveBadge({ state }: { state: LiveState }) {
  const { word, tone } = liveStates[state];
  return <Badge tone={tone}>{word}</Badge>;
}

/** Both lanes, as far as each has something to say. */
export function StateBadge({ draft, live }: { draft: DraftState; live: LiveState }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {live !== "NONE" && <LiveBadge state={live} />}
      {(draft !== "IDLE" || live === "NONE") && <DraftBadge state={draft} />}
    </span>
  );
}
