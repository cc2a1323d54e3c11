import { AmendCells } from "@/components/reviews/amending/AmendCells";
import { AmendedPlaces } from "@/components/reviews/amending/AmendedPlaces";
import { AmendText } from "@/components/reviews/amending/AmendText";
import type { Amendments } from "@/components/reviews/amending/use-amendments";
import { Dialog } from "@/components/ui/Dialog";
import { SelectField } from "@/components/ui/SelectField";
import { getFormat, type Sections } from "@/lib/format/content";
import { isTableKey, type SectionKey, sectionsOf } from "@/lib/format/format";

interface AmendDialogProps {
  format: string;
  sections: Sections;
  open: string[];
  amending: Amendments;
  /** Empty before one is chosen. */
  section: SectionKey | "";
  onSection: (section: SectionKey | "") => void;
  onClose: () => void;
}

/** One section to write in; what is typed stays when it is closed, and is not sent yet. */
export function AmendDialog(props: AmendDialogProps) {
  const { format, sections, open, amending, section, onSection, onClose } = props;
  const known = getFormat(format);
  const amendment = section && amending.of(section);
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="直接改稿"
      description="改动先记在这里，签署意见时才送出，署您的名；送出前可以撤去。"
      closeLabel="完成"
      wide
    >
      <div className="space-y-3">
        <SelectField
          label="改哪一部分"
          value={section}
          onChange={(event) => onSection(event.target.value as SectionKey)}
        >
          <option value="">请选择</option>
          {sectionsOf(known)
            .filter(({ key }) => open.includes(key))
            .map(({ key, label }) => (
              <option key={key} value={key}>
                {isTableKey(key) ? `${label}　${known.tables[key].caption}` : label}
              </option>
            ))}
        </SelectField>
        {amendment && (
          <>
            {isTableKey(amendment.id) && (
              <AmendCells
                table={known.tables[amendment.id]}
                amendment={amendment}
                present={sections[amendment.id]}
                onChange={amending.put}
              />
            )}
            <AmendText amendment={amendment} onChange={amending.put} />
            <section aria-label="改动对照" className="rounded-sm border border-line text-sm">
              <h3 className="px-3 py-1.5 font-bold">改动对照</h3>
              <AmendedPlaces {...{ format, amendment }} present={sections[amendment.id]} />
            </section>
          </>
        )}
      </div>
    </Dialog>
  );
}
