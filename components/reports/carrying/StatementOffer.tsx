import { lazy, Suspense, useRef, useState } from "react";
import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { LinkButton } from "@/components/ui/LinkButton";
import { Spinner } from "@/components/ui/Spinner";
import { applicantColumns } from "@/lib/format/2021-applications";
import { cellsOf } from "@/lib/format/content";

const StatementForm = lazy(async () => {
  const { StatementForm: form } = await import("@/components/reports/carrying/StatementForm");
  return { default: form };
});

/** Without last year's report: its import, or its row four alone, stated from a document. */
export function StatementOffer() {
  const { view } = useDraft();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const year = view.identity.year - 1;
  const blanks = useDraftValue(({ sections }) => {
    const cells = cellsOf(sections(), "applications");
    return applicantColumns.filter(({ key }) => (cells[`carriedIn.${key}`] ?? null) === null)
      .length;
  });

  function cancel() {
    setOpen(false);
    // A keyboard goes on from the button that comes back.
    setTimeout(() => frame.current?.querySelector("button")?.focus());
  }

  const form = open && (
    <Suspense fallback={<Spinner />}>
      <StatementForm onDone={() => setOpen(false)} onCancel={cancel} />
    </Suspense>
  );
  const offer = !open && (
    <Button size="small" onClick={() => setOpen(true)}>
      {view.statement ? "更正自填的上年数" : "只填上年表三第四项"}
    </Button>
  );
  if (view.statement) return <div ref={frame}>{form || offer}</div>;
  const title =
    blanks > 0
      ? `这里没有已公布的 ${year} 年度报告，上年结转没有带入`
      : `这里没有已公布的 ${year} 年度报告，上年结转没有核对`;
  return (
    <div ref={frame}>
      <Callout
        tone={blanks > 0 ? "info" : "neutral"}
        title={title}
        actions={
          <>
            <LinkButton size="small" href={`/desk/reports?year=${year}`}>
              补录 {year} 年度报告
            </LinkButton>
            {offer}
          </>
        }
      >
        <p>
          在“年度报告”中新建 {year}{" "}
          年度、导入文稿并公布后，这里自动核对；也可以只填上年报告的一行数。
        </p>
        {form}
      </Callout>
    </div>
  );
}
