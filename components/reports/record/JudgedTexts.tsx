import { Disclosure } from "@/components/ui/Disclosure";
import { Panel } from "@/components/ui/Panel";
import { shortHash } from "@/lib/format/short-hash";
import type { JudgedText } from "@/lib/reports/record/schema";

/** The texts that were judged, and the 校验码 of each of their parts. */
export function JudgedTexts({ texts }: { texts: JudgedText[] }) {
  return (
    <Panel title="审签过的各稿和各部分的校验码">
      <div className="space-y-2 text-sm">
        {texts.map(({ revisionNo, contentHash, sections }) => (
          <Disclosure
            key={contentHash}
            summary={`第 ${revisionNo} 稿　校验码 ${shortHash(contentHash)}`}
          >
            <p className="text-xs break-all text-muted">全文校验值 {contentHash}</p>
            <ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
              {sections.map(({ label, hash }) => (
                <li key={label} className="flex justify-between gap-x-2">
                  <span className="min-w-0">{label}</span>
                  <span className="shrink-0 tabular-nums">{shortHash(hash)}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        ))}
      </div>
    </Panel>
  );
}
