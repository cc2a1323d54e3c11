import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { sectionId } from "@/components/reports/drafting/place";
import type { Saving } from "@/components/reports/saving/section-draft";
import { StatusDot } from "@/components/ui/StatusDot";
import type { Tone } from "@/components/ui/tone";
import { findSection } from "@/lib/format/content";

const words: Record<Saving, { word: string; tone: Tone }> = {
  saved: { word: "已保存", tone: "success" },
  saving: { word: "保存中", tone: "info" },
  offline: { word: "未保存，离线", tone: "warning" },
  unsaved: { word: "未保存", tone: "danger" },
};

/** 保存状态 of the whole page, with the way to what is not saved. */
export function SaveStatus() {
  const { format } = useDraft();
  const saving = useDraftValue((draft) => draft.saving());
  const { word, tone } = words[saving];
  const stuck = useDraftValue((draft) => draft.stuck());
  return (
    <div className="flex items-center gap-2">
      <span role="status" aria-label="保存状态">
        <StatusDot tone={tone} label={word} />
      </span>
      {saving === "offline" && (
        <span className="text-xs text-muted">联网后自动保存，请不要关闭窗口</span>
      )}
      {stuck && (
        <a
          href={`#${sectionId(stuck)}`}
          className="text-xs text-primary underline decoration-primary-line underline-offset-4"
        >
          查看“{findSection(format, stuck)?.label}”
        </a>
      )}
    </div>
  );
}
