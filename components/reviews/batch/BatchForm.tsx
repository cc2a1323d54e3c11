import { useState } from "react";
import { BatchDialog } from "@/components/reviews/batch/BatchDialog";
import type { NamedResult } from "@/components/reviews/batch/BatchResults";
import { BatchRow } from "@/components/reviews/batch/BatchRow";
import { ChecklistFields } from "@/components/reviews/ChecklistFields";
import { OpinionField } from "@/components/reviews/OpinionField";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { useUnsentWords } from "@/components/ui/use-unsent-words";
import type { BatchGroup } from "@/lib/reviews/batches/schema";

interface BatchFormProps {
  group: BatchGroup;
  onDone: (results: NamedResult[]) => void;
}

/** Reports with the same ticks: chosen one by one, then ticked and passed with one opinion. */
export function BatchForm({ group, onDone }: BatchFormProps) {
  const { items } = group;
  const [chosen, setChosen] = useState<string[]>([]);
  const [ticked, setTicked] = useState({ of: "", keys: [] as string[] });
  const [opinion, setOpinion] = useState("");
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  useUnsentWords(opinion.trim() !== "");

  // By the very texts: one that changed since is not chosen any more.
  const picked = items.filter((item) => chosen.includes(item.contentHash));
  // Ticks speak of the texts that were chosen when they were set.
  const of = picked.map((item) => item.contentHash).join();
  const checklist = ticked.of === of ? ticked.keys : [];
  const missing = group.checklist
    .flatMap((part) => part.items)
    .filter((item) => !checklist.includes(item.key));

  function choose(hash: string, on: boolean) {
    setChosen(on ? [...chosen, hash] : chosen.filter((other) => other !== hash));
  }

  function askToPass() {
    setAsked(true);
    if (!missing.length) setOpen(true);
  }

  function finish(results: NamedResult[]) {
    setOpen(false);
    setChosen([]);
    setOpinion("");
    setAsked(false);
    onDone(results);
  }

  return (
    <Panel title="可以一并通过" aside={`${items.length} 份`} flush>
      <ul aria-label="可以一并通过" className="divide-y divide-line">
        {items.map((item) => (
          <BatchRow
            key={item.report}
            item={item}
            checked={chosen.includes(item.contentHash)}
            onChange={(on) => choose(item.contentHash, on)}
          />
        ))}
      </ul>
      <div className="border-t border-line p-4">
        <div className="space-y-4 lg:max-w-xl">
          {picked.length === 0 ? (
            <p className="text-sm text-muted">先看过各份报告，再勾选要一并通过的。</p>
          ) : (
            <>
              <ChecklistFields
                groups={group.checklist}
                ticked={checklist}
                onChange={(keys) => setTicked({ of, keys })}
                missing={asked ? missing : []}
              />
              <OpinionField value={opinion} onChange={setOpinion} />
              <Button tone="primary" onClick={askToPass}>
                一并通过 {picked.length} 份
              </Button>
            </>
          )}
        </div>
      </div>
      <BatchDialog
        open={open}
        onClose={() => setOpen(false)}
        items={picked}
        judgement={{ opinion, checklist }}
        onDone={finish}
      />
    </Panel>
  );
}
