import { useDraft } from "@/components/reports/drafting/draft-context";
import { useFindings } from "@/components/reports/findings/findings-context";
import { tiers } from "@/components/reports/findings/tiers";
import { PeopleHere } from "@/components/reports/presence/PeopleHere";
import { SaveStatus } from "@/components/reports/saving/SaveStatus";

const link =
  "py-1 text-primary underline decoration-primary-line underline-offset-4 pointer-coarse:py-2.5";

/** Stays in view: whether all is saved, and how much is still in the way. */
export function StatusBar() {
  const { view } = useDraft();
  const { findings } = useFindings();
  const open = findings.filter((finding) => !finding.explanation);
  const counts = tiers.map(({ tier, word }) => {
    return `${word} ${open.filter((finding) => finding.tier === tier).length}`;
  });
  return (
    <div className="sticky top-0 z-10 -mx-4 flex min-h-11 flex-wrap items-center gap-x-4 border-y border-line bg-paper px-4 text-sm lg:-mx-6 lg:px-6 print:hidden">
      {view.editable.length > 0 ? <SaveStatus /> : <span className="text-xs">只能查看</span>}
      <PeopleHere format={view.identity.format} />
      <p className="ml-auto flex gap-x-4 text-xs">
        <a href="#threads" className={link}>
          批注{view.unresolvedThreads > 0 && ` ${view.unresolvedThreads} 条`}
        </a>
        <a href="#findings" className={link}>
          校核问题<span className="sm:hidden"> {open.length} 项</span>
          <span className="hidden sm:inline">：{counts.join("，")}</span>
        </a>
      </p>
    </div>
  );
}
