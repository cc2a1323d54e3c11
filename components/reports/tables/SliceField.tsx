import { ALL_COLUMNS, type Slice } from "@/components/reports/tables/table-slices";
import { SelectField } from "@/components/ui/SelectField";

interface SliceFieldProps {
  slices: Slice[];
  shown: string;
  onShow: (slice: string) => void;
}

/** On a phone: which columns of the table stand beside the names of its rows. */
export function SliceField({ slices, shown, onShow }: SliceFieldProps) {
  if (slices.length === 0) return null;
  return (
    <div className="sm:hidden print:hidden">
      <SelectField label="显示的列" value={shown} onChange={(event) => onShow(event.target.value)}>
        {slices.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
        <option value={ALL_COLUMNS}>全部，左右滑动查看</option>
      </SelectField>
    </div>
  );
}
