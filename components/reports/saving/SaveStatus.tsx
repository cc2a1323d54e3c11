import { useDraftValue } from "@/components/reports/drafting/draft-context";
import type { Saving } from "@/components/reports/saving/draft";
import { StatusDot } from "@/components/ui/StatusDot";
import type { Tone } from "@/components/ui/tone";

const words: Record<Saving, { word: string; tone: Tone }> = {
  saved: { word: "已保存", tone: "success" },
  saving: { word: "保存中", tone: "info" },
  offline: { word: "未保存，离线", tone: "warning" },
  unsaved: { word: "未保存", tone: "danger" },
};

/** 保存状态 of the whole page. */
export function SaveStatus() {
  const { word, tone } = words[useDraftValue((draft) => draft.saving())];
  return (
    <span role="status" aria-label="保存状态">
      <StatusDot tone={tone} label={word} />
    </span>
  );
}
