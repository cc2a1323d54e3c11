import { usePhrases } from "@/components/reviews/phrases/phrases-context";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";

/** So many stand in view; the others are one more tap away. */
const SHOWN = 6;

interface PhraseButtonsProps {
  /** The text of the field. */
  value: string;
  onChange: (value: string) => void;
}

/** 常用意见 under a field: each goes to the end of its text, once. */
export function PhraseButtons({ value, onChange }: PhraseButtonsProps) {
  const phrases = usePhrases();
  const more = phrases.slice(SHOWN);
  const buttons = (shown: string[]) => (
    <div className="flex flex-wrap gap-2">
      {shown.map((words) => (
        <Button
          key={words}
          size="small"
          className="max-w-full"
          onClick={() => onChange(value.includes(words) ? value : `${value}${words}`)}
        >
          <span className="truncate">{words}</span>
        </Button>
      ))}
    </div>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a set of form fields
    <div role="group" aria-label="常用意见" className="mt-2 space-y-1">
      {buttons(phrases.slice(0, SHOWN))}
      {more.length > 0 && <Disclosure summary="更多常用意见">{buttons(more)}</Disclosure>}
    </div>
  );
}
