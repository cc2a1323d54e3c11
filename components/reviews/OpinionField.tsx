import { PhraseButtons } from "@/components/reviews/phrases/PhraseButtons";
import { TextArea } from "@/components/ui/TextArea";

interface OpinionFieldProps {
  value: string;
  onChange: (value: string) => void;
}

/** 意见, in one's own words or ready ones. */
export function OpinionField({ value, onChange }: OpinionFieldProps) {
  return (
    <div>
      <TextArea
        label="意见"
        rows={2}
        growing
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <PhraseButtons value={value} onChange={onChange} />
    </div>
  );
}
