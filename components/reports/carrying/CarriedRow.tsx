"use client";

import { lazy, Suspense, useState } from "react";
import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { LinkButton } from "@/components/ui/LinkButton";
import { Spinner } from "@/components/ui/Spinner";
import { applicantColumns } from "@/lib/format/2021-applications";
import { cellsOf, type Sections } from "@/lib/format/content";
import { differingCarriedIn } from "@/lib/reports/carrying/rules";

const LastRowForm = lazy(async () => {
  const { LastRowForm: form } = await import("@/components/reports/carrying/LastRowForm");
  return { default: form };
});

interface CarriedRowProps {
  /** Puts a text into cells as if it had been typed. */
  put: (cells: string[], text: string) => void;
  readOnly: boolean;
}

/** Where 上年结转 comes from, and how to get it where it did not come by itself. */
export function CarriedRow({ put, readOnly }: CarriedRowProps) {
  const { view } = useDraft();
  if (view.lastYear) return <FromReport lastYear={view.lastYear} {...{ put, readOnly }} />;
  return readOnly ? null : <WithoutReport put={put} />;
}

function FromReport({ lastYear, put, readOnly }: CarriedRowProps & { lastYear: Sections }) {
  const { draft, view } = useDraft();
  const year = view.identity.year - 1;
  const carried = Object.values(view.origins.applications ?? {}).includes("carried");
  const read = () => differingCarriedIn(cellsOf(draft.sections(), "applications"), lastYear);
  const differing = useDraftValue(() => Object.keys(read()).length);

  function take() {
    for (const [cell, value] of Object.entries(read())) put([cell], String(value));
  }

  return (
    <div className="space-y-1.5">
      {carried && (
        <p className="text-xs text-muted">
          <span
            aria-hidden="true"
            className="mr-1 inline-block border-t-8 border-r-8 border-t-primary border-r-transparent"
          />
          带角标的格自 {year} 年度报告“结转下年度继续办理”带入；改动须作说明。
        </p>
      )}
      {!readOnly && differing > 0 && (
        <Button size="small" onClick={take}>
          上年结转按 {year} 年度报告填（{differing} 格）
        </Button>
      )}
    </div>
  );
}

function WithoutReport({ put }: Pick<CarriedRowProps, "put">) {
  const { view } = useDraft();
  const [open, setOpen] = useState(false);
  const year = view.identity.year - 1;
  const blanks = useDraftValue(({ sections }) => {
    const cells = cellsOf(sections(), "applications");
    return applicantColumns.filter(({ key }) => (cells[`carriedIn.${key}`] ?? null) === null)
      .length;
  });
  if (blanks === 0 && !open) return null;
  return (
    <Callout
      title={`这里没有已公布的 ${year} 年度报告，上年结转没有带入`}
      actions={
        <>
          <LinkButton size="small" href={`/desk/reports?year=${year}`}>
            补录 {year} 年度报告
          </LinkButton>
          {!open && (
            <Button size="small" onClick={() => setOpen(true)}>
              只填上年表三第四项
            </Button>
          )}
        </>
      }
    >
      <p>
        在“年度报告”中新建 {year} 年度、导入文稿并公布后，这里自动核对；也可以只填上年报告的一行数。
      </p>
      {open && (
        <Suspense fallback={<Spinner />}>
          <LastRowForm year={year} put={put} onDone={() => setOpen(false)} />
        </Suspense>
      )}
    </Callout>
  );
}
