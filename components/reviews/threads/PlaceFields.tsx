import type { ThreadPlace } from "@/components/reviews/threads/thread-place";
import { SelectField } from "@/components/ui/SelectField";
import { TextField } from "@/components/ui/TextField";
import { cellName } from "@/lib/format/cells";
import { getFormat } from "@/lib/format/content";
import { isTableKey, sectionsOf } from "@/lib/format/format";

interface PlaceFieldsProps {
  /** Of the list of sections. */
  label?: string;
  format: string;
  place: ThreadPlace;
  onChange: (place: ThreadPlace) => void;
}

/** Section, and a cell or words of it: what a selection fills in, by keyboard. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { label = "批注的部分", format: version, place, onChange } = props;
  const format = getFormat(version);
  const { section, cell, quote } = place;
  return (
    <>
      <SelectField
        label={label}
        value={section}
        onChange={(event) => onChange({ section: event.target.value, cell: "", quote: null })}
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
          value={cell}
          onChange={(event) => onChange({ ...place, cell: event.target.value, quote: null })}
        >
          <option value="">整张表</option>
          {format.tables[section].cells.map((one) => (
            <option key={one.key} value={one.key}>
              {cellName(one)}
            </option>
          ))}
        </SelectField>
      )}
      {section !== "" && !isTableKey(section) && (
        <TextField
          label="引用的文字"
          hint="选填：在报告中选取，或者照原文写在这里"
          maxLength={500}
          value={quote?.text ?? ""}
          onChange={(event) => onChange({ ...place, quote: quoteOf(event.target.value) })}
        />
      )}
    </>
  );
}

/** Words written by hand stand wherever they are in the section, if just once. */
function quoteOf(text: string): ThreadPlace["quote"] {
  return text === "" ? null : { text, paragraph: 0, start: 0 };
}
