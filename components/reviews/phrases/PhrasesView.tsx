import { PhraseForm } from "@/components/reviews/phrases/PhraseForm";
import { RemovePhraseButton } from "@/components/reviews/phrases/RemovePhraseButton";
import { Panel } from "@/components/ui/Panel";
import type { PhraseItem } from "@/lib/reviews/phrases/schema";

interface PhrasesViewProps {
  phrases: PhraseItem[];
  /** Bureaus whose phrases the person keeps. */
  kept: { bureau: string; name: string }[];
}

/** 常用意见: one's own, and the bureau's. */
export function PhrasesView({ phrases, kept }: PhrasesViewProps) {
  const own = phrases.filter((phrase) => phrase.bureau === null);
  const shared = phrases.filter((phrase) => phrase.bureau !== null);
  const bureaus = new Map([
    ...shared.map((phrase) => [phrase.bureau ?? "", phrase.bureauName ?? ""] as const),
    ...kept.map(({ bureau, name }) => [bureau, name] as const),
  ]);
  return (
    <div className="space-y-4">
      <Panel title="我的常用意见">
        <PhraseList phrases={own} empty="还没有。加几条，审核时点一下就能填入意见。" />
        <PhraseForm />
      </Panel>
      {[...bureaus].map(([bureau, name]) => (
        <Panel key={bureau} title={name} aside="本单位的人都可以用，由发布管理员管理">
          <PhraseList
            phrases={shared.filter((phrase) => phrase.bureau === bureau)}
            empty="还没有本单位共用的常用意见。"
          />
          {kept.some((one) => one.bureau === bureau) && <PhraseForm bureau={bureau} />}
        </Panel>
      ))}
    </div>
  );
}

function PhraseList({ phrases, empty }: { phrases: PhraseItem[]; empty: string }) {
  if (phrases.length === 0) return <p className="text-sm text-muted">{empty}</p>;
  return (
    <ul className="divide-y divide-line">
      {phrases.map(({ id, words, mayRemove }) => (
        <li key={id} className="flex items-start gap-3 py-1.5 text-sm">
          <span className="min-w-0 flex-1">{words}</span>
          {mayRemove && <RemovePhraseButton id={id} words={words} />}
        </li>
      ))}
    </ul>
  );
}
