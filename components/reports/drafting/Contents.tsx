import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { Progress } from "@/components/reports/drafting/Progress";
import { sectionId } from "@/components/reports/drafting/place";
import { useFindings } from "@/components/reports/findings/findings-context";
import { WriterMark } from "@/components/reports/presence/WriterMark";
import { StatusDot } from "@/components/ui/StatusDot";
import type { Tone } from "@/components/ui/tone";
import type { SectionFormat } from "@/lib/format/format";
import { markOf, type SectionMark } from "@/lib/reports/completion/rules";

const marks: Record<SectionMark, { word: string; tone: Tone }> = {
  empty: { word: "空", tone: "neutral" },
  partial: { word: "未填完", tone: "warning" },
  faulty: { word: "有问题", tone: "danger" },
  done: { word: "完成", tone: "success" },
};

/** The sections with a mark each; a row that scrolls sideways where there is no room beside. */
export function Contents() {
  const { format } = useDraft();
  return (
    <nav aria-label="目录" className="text-sm print:hidden">
      <Progress />
      <ol className="flex gap-x-4 gap-y-0.5 overflow-x-auto pb-1 lg:block">
        {format.parts.map((part) => (
          <li key={part.sections[0]?.key} className="shrink-0">
            {part.heading && part.sections.length > 1 && (
              <p className="hidden pt-2 text-xs text-muted lg:block">{part.heading}</p>
            )}
            <ol className="flex gap-x-4 lg:block">
              {part.sections.map((section) => (
                <ContentsLine
                  key={section.key}
                  section={section}
                  words={wordsOf(section, part.heading)}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** 表二　主动公开政府信息情况; a part with a single text goes by its number. */
function wordsOf({ key, label, kind }: SectionFormat, heading: string | null): string {
  if (kind === "table") return `${heading?.slice(0, 2) ?? ""}${label}`;
  return key === "problems" ? `五、${label}` : label;
}

/** An empty text that may stay empty asks for nothing; a returned one asks for work. */
function wordOf(mark: SectionMark, section: SectionFormat, isReturned: boolean) {
  if (mark === "empty" && section.optional) return { word: "选填", tone: "neutral" as const };
  if (mark === "done" && isReturned) return { word: "退回", tone: "warning" as const };
  return marks[mark];
}

function ContentsLine({ section, words }: { section: SectionFormat; words: string }) {
  const { format, view } = useDraft();
  const { findings } = useFindings();
  const isReturned = view.returned.some((item) => item.section === section.key);
  const { key } = section;
  const mark = useDraftValue(({ sections, problemsOf }) =>
    markOf(format, key, sections()[key], findings, problemsOf(key).size > 0),
  );
  const { word, tone } = wordOf(mark, section, isReturned);
  return (
    <li className="shrink-0">
      <a
        href={`#${sectionId(section.key)}`}
        className="flex min-h-7 items-center gap-2 rounded-sm px-1 hover:bg-sunken pointer-coarse:min-h-11"
      >
        <span className="min-w-0 flex-1 truncate" title={words}>
          {words}
        </span>
        <WriterMark section={section.key} />
        <StatusDot tone={tone} label={word} />
      </a>
    </li>
  );
}
