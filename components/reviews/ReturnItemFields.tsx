import { PhraseButtons } from "@/components/reviews/phrases/PhraseButtons";
import type { ReturnItem } from "@/components/reviews/return-item";
import { Button } from "@/components/ui/Button";
import { SelectField } from "@/components/ui/SelectField";
import { TextArea } from "@/components/ui/TextArea";
import { cellName, typedCells } from "@/lib/format/cells";
import { getFormat } from "@/lib/format/content";
import { isTableKey, sectionsOf } from "@/lib/format/format";

interface ReturnItemFieldsProps {
  /** From 1. */
  no: number;
  format: string;
  item: ReturnItem;
  /** The person wanted to send it: what is missing is marked. */
  asked: boolean;
  onChange: (item: ReturnItem) => void;
  onRemove?: (() => void) | undefined;
}

/** Where, and what to put right. */
export function ReturnItemFields(props: ReturnItemFieldsProps) {
  const { no, item, asked, onChange, onRemove } = props;
  const format = getFormat(props.format);
  const { section } = item;
  return (
    <fieldset className="space-y-2 border-l-4 border-primary-line pl-3">
      <legend className="sr-only">第 {no} 条</legend>
      <SelectField
        label="退回的部分"
        value={section}
        error={asked && !section ? "请选择是哪一部分" : undefined}
        onChange={(event) => onChange({ ...item, section: event.target.value, cell: "" })}
      >
        <option value="">请选择</option>
        {sectionsOf(format).map(({ key, label }) => (
          <option key={key} value={key}>
            {isTableKey(key) ? `${label}　${format.tables[key].caption}` : label}
          </option>
        ))}
      </SelectField>
      {isTableKey(section) && (
        <SelectField
          label="单元格"
          value={item.cell}
          onChange={(event) => onChange({ ...item, cell: event.target.value })}
        >
          <option value="">整张表</option>
          {typedCells(format.tables[section]).map((cell) => (
            <option key={cell.key} value={cell.key}>
              {cellName(cell)}
            </option>
          ))}
        </SelectField>
      )}
      <TextArea
        label="修改意见"
        rows={2}
        growing
        maxLength={2000}
        value={item.words}
        error={asked && !item.words.trim() ? "请写明要修改什么" : undefined}
        onChange={(event) => onChange({ ...item, words: event.target.value })}
      />
      <PhraseButtons value={item.words} onChange={(words) => onChange({ ...item, words })} />
      {onRemove && (
        <Button size="small" tone="quiet" onClick={onRemove}>
          删去这一条
        </Button>
      )}
    </fieldset>
  );
}
