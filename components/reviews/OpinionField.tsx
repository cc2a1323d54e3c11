import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/TextArea";

/** 常用意见. */
const readyWords = ["同意。", "已核对，数据无误。"];

interface OpinionFieldProps {
  value: string;
  onChange: (value: string) => void;
}

/** 意见, in one's own words or ready ones. */
export function OpinionField({ value, onChange }: OpinionFieldProps) {
  function add(words: string) {
    onChange(value.includes(words) ? value : `${value}${words}`);
  }

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
      {/* biome-ignore lint/a11y/useSemanticElements: not a set of form fields */}
      <div role="group" aria-label="常用意见" className="mt-2 flex flex-wrap items-center gap-2">
        {readyWords.map((words) => (
          <Button key={words} size="small" onClick={() => add(words)}>
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
}
