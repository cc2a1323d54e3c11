import {
  amendmentProblems,
  beginAmendment,
  changesOf,
  isStale,
  type SectionAmendment,
} from "@/components/reviews/amending/amendment";
import type { GatheredRow } from "@/components/reviews/gathering/book";
import { useBook } from "@/components/reviews/gathering/use-book";
import { emptySections, getFormat, type Sections } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import type { DecisionOffer } from "@/lib/reviews/offers/rules";

/** 改稿理由: one for the whole act. */
interface Reason extends GatheredRow {
  id: "reason";
  words: string;
}

type Row = SectionAmendment | Reason;

interface AmendmentsOf {
  userId: string;
  reportId: string;
  /** Version of the statutory format. */
  format: string;
  /** The text as it stands; null where he may write nowhere. */
  sections: Sections | null;
  offer: Pick<DecisionOffer, "amends">;
}

/** What a reviewer changes himself, until it is sent; kept on this device like his 差错. */
export function useAmendments({ userId, reportId, offer, ...text }: AmendmentsOf) {
  const format = getFormat(text.format);
  const sections = text.sections ?? emptySections(format);
  const { rows, isKept, put, remove } = useBook<Row>({ userId, reportId, kind: "changes" });
  const isSection = (row: Row): row is SectionAmendment => row.id !== "reason";
  const amended = rows.filter(isSection).filter(({ id }) => offer.amends.includes(id));
  const words = rows.find((row): row is Reason => row.id === "reason")?.words ?? "";
  const changes = amended.flatMap((row) => changesOf(format, row, sections[row.id]));
  const stale = amended.filter((row) => isStale(row, sections[row.id]));
  const problems = amended.flatMap((row) => amendmentProblems(format, row));

  return {
    amended,
    isKept,
    put,
    remove: (section: SectionKey) => remove([section]),
    /** All of it was sent. */
    clear: () => remove([...amended.map(({ id }) => id), "reason"]),
    /** The amendment of a section, or one that changes nothing yet. */
    of: (section: SectionKey) =>
      amended.find(({ id }) => id === section) ??
      beginAmendment(section, sections[section], Date.now()),
    reason: words,
    setReason: (text: string) => put({ id: "reason", at: 0, words: text }),
    changes,
    stale,
    /** Nothing is in the way of sending it. */
    isReady: !changes.length || (!stale.length && !problems.length && words.trim() !== ""),
  };
}

export type Amendments = ReturnType<typeof useAmendments>;
