import type { SectionAmendment } from "@/components/reviews/amending/amendment";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/TextArea";
import { isTableKey } from "@/lib/format/format";
import { proseProblem, splitParagraphs } from "@/lib/format/prose";

interface AmendTextProps {
  amendment: SectionAmendment;
  onChange: (amendment: SectionAmendment) => void;
}

/** The paragraphs of a section, each a field of its own; the notes under a table where there are any. */
export function AmendText({ amendment, onChange }: AmendTextProps) {
  const { id, texts } = amendment;
  const isNotes = isTableKey(id);
  if (isNotes && !amendment.baseTexts.length) return null;
  const word = isNotes ? "表下说明" : "段";

  function write(index: number, text: string) {
    onChange({ ...amendment, texts: texts.map((old, at) => (at === index ? text : old)) });
  }

  return (
    <div className="space-y-2">
      {texts.map((text, index) => {
        const problem = splitParagraphs(text).map(proseProblem).find(Boolean);
        return (
          <TextArea
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
            key={index}
            label={isNotes ? `${word}第 ${index + 1} 段` : `第 ${index + 1} 段`}
            rows={2}
            growing
            value={text}
            spellCheck={false}
            error={problem ?? undefined}
            onChange={(event) => write(index, event.target.value)}
          />
        );
      })}
      <Button
        size="small"
        tone="quiet"
        onClick={() => onChange({ ...amendment, texts: [...texts, ""] })}
      >
        加一段
      </Button>
      <p className="text-xs text-muted">清空的一段就是删去。</p>
    </div>
  );
}
