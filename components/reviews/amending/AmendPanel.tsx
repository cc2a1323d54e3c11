import { useState } from "react";
import { AmendDialog } from "@/components/reviews/amending/AmendDialog";
import { AmendedPlaces } from "@/components/reviews/amending/AmendedPlaces";
import {
  amendmentProblems,
  type SectionAmendment,
  seenAgain,
} from "@/components/reviews/amending/amendment";
import type { Amendments } from "@/components/reviews/amending/use-amendments";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { ReasonList } from "@/components/ui/ReasonList";
import { TextArea } from "@/components/ui/TextArea";
import { findSection, getFormat, type SectionContent, type Sections } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import type { DecisionOffer } from "@/lib/reviews/offers/rules";

interface AmendPanelProps {
  format: string;
  sections: Sections;
  offer: Pick<DecisionOffer, "amends">;
  amending: Amendments;
  /** The person wanted to send it: what is missing is marked. */
  asked: boolean;
}

/** 领导直接改稿: what he changes himself stands here, word by word, until it goes with his decision. */
export function AmendPanel({ format, sections, offer, amending, asked }: AmendPanelProps) {
  const { amended, isKept, reason, setReason, changes } = amending;
  const [section, setSection] = useState<SectionKey | "" | null>(null);
  return (
    <section aria-label="直接改稿" className="space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-sm font-bold">直接改稿</h3>
        <Button size="small" className="ml-auto" onClick={() => setSection("")}>
          改稿…
        </Button>
      </div>
      {amended.length === 0 && (
        <p className="text-sm text-muted">不用退回就能改的字句和数，可以由您直接改，署您的名。</p>
      )}
      {!isKept && (
        <p role="status" className="text-sm text-warning">
          浏览器没有地方保存您的改稿，请不要关闭这一页，尽快签署意见。
        </p>
      )}
      {amended.map((amendment) => (
        <AmendedSection
          key={amendment.id}
          {...{ format, amendment, amending }}
          present={sections[amendment.id]}
          onEdit={() => setSection(amendment.id)}
        />
      ))}
      {changes.length > 0 && (
        <TextArea
          label="改稿理由"
          rows={2}
          growing
          maxLength={2000}
          value={reason}
          error={asked && !reason.trim() ? "请写明改稿的理由" : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {section !== null && (
        <AmendDialog
          {...{ format, sections, amending }}
          open={offer.amends}
          section={section}
          onSection={setSection}
          onClose={() => setSection(null)}
        />
      )}
    </section>
  );
}

interface AmendedSectionProps {
  format: string;
  amendment: SectionAmendment;
  present: SectionContent;
  amending: Amendments;
  onEdit: () => void;
}

function AmendedSection(props: AmendedSectionProps) {
  const { amendment, present, amending, onEdit } = props;
  const format = getFormat(props.format);
  const label = findSection(format, amendment.id)?.label ?? amendment.id;
  const problems = amendmentProblems(format, amendment);
  const isStale = amending.stale.includes(amendment);
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a set of form fields
    <div role="group" aria-label={`改${label}`} className="rounded-sm border border-line text-sm">
      <div className="flex flex-wrap items-center gap-1 px-3 pt-1.5">
        <span className="mr-auto font-bold">{label}</span>
        <Button size="small" tone="quiet" onClick={onEdit}>
          再改
        </Button>
        <Button size="small" tone="quiet" onClick={() => amending.remove(amendment.id)}>
          撤去
        </Button>
      </div>
      <AmendedPlaces {...{ format: props.format, amendment, present }} />
      {isStale && (
        <Callout
          tone="warning"
          title="您改的时候，这里还不是现在的样子"
          actions={
            <Button size="small" onClick={() => amending.put(seenAgain(amendment, present))}>
              核对过了，就这样改
            </Button>
          }
        >
          <p>文稿后来有变化。请核对上面的对照，再送出。</p>
        </Callout>
      )}
      {problems.length > 0 && (
        <div className="px-3 pb-2 text-danger">
          <ReasonList reasons={problems} />
        </div>
      )}
    </div>
  );
}
