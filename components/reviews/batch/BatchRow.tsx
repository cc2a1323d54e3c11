import { Checkbox } from "@/components/ui/Checkbox";
import { FactLine } from "@/components/ui/FactLine";
import { TextLink } from "@/components/ui/TextLink";
import { shortHash } from "@/lib/format/short-hash";
import type { BatchItem } from "@/lib/reviews/batches/schema";

interface BatchRowProps {
  item: BatchItem;
  checked: boolean;
  onChange: (on: boolean) => void;
}

/** One report: what would be passed, its 校验码 and what the checks found. */
export function BatchRow({ item, checked, onChange }: BatchRowProps) {
  const { report, steps, revisionNo, contentHash, findings, explained } = item;
  return (
    <li className="flex flex-wrap items-center gap-x-4 px-4 py-1.5">
      <div className="min-w-0 flex-1 basis-64">
        <Checkbox
          label={<span className="font-bold">{titleOf(item)}</span>}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
        <div className="pl-6">
          <FactLine
            facts={[
              steps.map((step) => step.label).join("、"),
              `第 ${revisionNo} 稿`,
              `校验码 ${shortHash(contentHash)}`,
              findings ? `校核问题 ${findings} 个，已说明 ${explained} 个` : "没有校核问题",
            ]}
          />
        </div>
      </div>
      <TextLink href={`/desk/reviews/${report}`} prefetch={false} className="pl-6 text-sm sm:pl-0">
        查看全文
      </TextLink>
    </li>
  );
}

export function titleOf({ bureauName, year }: BatchItem): string {
  return `${bureauName} ${year} 年度报告`;
}
