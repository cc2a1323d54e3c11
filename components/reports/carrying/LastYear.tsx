"use client";

import { lazy, type ReactNode, Suspense, useId, useState } from "react";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { Button } from "@/components/ui/Button";
import { Spinner } from "@/components/ui/Spinner";
import { paragraphsOf } from "@/lib/format/content";
import type { SectionFormat } from "@/lib/format/format";
import { measuresOf } from "@/lib/reports/carrying/rules";

const LastYearText = lazy(async () => {
  const { LastYearText: text } = await import("@/components/reports/carrying/LastYearText");
  return { default: text };
});

interface LastYearProps {
  section: SectionFormat;
  /** This year's text. */
  children: ReactNode;
}

/** 看上年: last year's text of a section beside this year's, on request; nothing of it is copied. */
export function LastYear({ section, children }: LastYearProps) {
  const { view } = useDraft();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { key } = section;
  const past = view.lastYear ? paragraphsOf(view.lastYear, key) : [];
  const isOffered = past.length > 0 && key !== "title" && key !== "signoff";
  if (!isOffered) return children;
  const year = view.identity.year - 1;
  return (
    <div className={open ? "grid items-start gap-3 lg:grid-cols-2" : "space-y-1"}>
      <div className="min-w-0">{children}</div>
      <div className="min-w-0 space-y-2 print:hidden">
        <Button
          size="small"
          tone="quiet"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {open ? "收起上年" : "看上年"}
          <span className="sr-only">：{section.label}</span>
          {!open &&
            key === "problems" &&
            `，逐项写明改进措施的落实情况（${measuresOf(past).length} 项）`}
        </Button>
        {open && (
          <div id={id}>
            <Suspense fallback={<Spinner />}>
              <LastYearText section={key} past={past} year={year} />
            </Suspense>
          </div>
        )}
      </div>
    </div>
  );
}
