import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { focusPlace } from "@/components/reports/drafting/place";
import { Button } from "@/components/ui/Button";
import type { SectionKey } from "@/lib/format/format";
import { measuresOf, pastSentences } from "@/lib/reports/carrying/rules";

interface LastYearTextProps {
  section: SectionKey;
  past: string[];
  year: number;
}

/** Last year's paragraphs, sentence by sentence; under section five what was promised there. */
export function LastYearText({ section, past, year }: LastYearTextProps) {
  const content = useDraftValue(({ sections }) => sections()[section]);
  const now = content.kind === "prose" ? content.paragraphs : [];
  const paragraphs = pastSentences(past, now);
  const repeated = paragraphs.flat().filter((sentence) => sentence.repeated).length;
  return (
    <section
      aria-label={`${year} 年度的这一部分`}
      className="space-y-2 rounded-sm border border-line bg-ground px-3 py-2 text-sm"
    >
      <p className="text-xs text-muted">
        {year} 年度报告（最近一次公布）
        {repeated > 0
          ? `；划线的 ${repeated} 句本年也有，数字不计，请核对是否照抄`
          : "；没有与本年相同的句子"}
      </p>
      {paragraphs.map((sentences, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: published text stays as it is
        <p key={at}>
          {sentences.map(({ text, repeated }, place) =>
            repeated ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: published text stays as it is
              <mark key={place} className="bg-warning-soft text-ink underline decoration-warning">
                {text}
                <span className="sr-only">（本年也有这一句）</span>
              </mark>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: published text stays as it is
              <span key={place}>{text}</span>
            ),
          )}
        </p>
      ))}
      {section === "problems" && <Measures past={past} year={year} />}
    </section>
  );
}

/** Each promise asks for what became of it; the answer is written in this year's text, by hand. */
function Measures({ past, year }: { past: string[]; year: number }) {
  const { view } = useDraft();
  const canWrite = view.editable.includes("problems");
  return (
    <section aria-label={`${year} 年度改进措施`} className="border-t border-line pt-2">
      <p className="font-bold">{year} 年度改进措施</p>
      <p className="text-xs text-muted">请在本年的文字中逐项写明落实情况，没有落实的写明原因。</p>
      <ol className="mt-1 list-decimal space-y-2 pl-5">
        {measuresOf(past).map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: published text stays as it is
          <li key={at}>
            {text}
            <span className="block text-xs">
              落实情况：
              {canWrite ? (
                <Button
                  size="small"
                  tone="quiet"
                  onClick={() => focusPlace("problems")}
                  aria-label={`去写第 ${at + 1} 项的落实情况`}
                >
                  去写
                </Button>
              ) : (
                "见本年文字"
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
