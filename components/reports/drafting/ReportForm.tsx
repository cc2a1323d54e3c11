"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { Contents } from "@/components/reports/drafting/Contents";
import { DraftHeader } from "@/components/reports/drafting/DraftHeader";
import { DraftContext } from "@/components/reports/drafting/draft-context";
import { fieldId } from "@/components/reports/drafting/place";
import { PartFrame } from "@/components/reports/drafting/SectionFrame";
import { StartPanel } from "@/components/reports/drafting/StartPanel";
import { StateNotice } from "@/components/reports/drafting/StateNotice";
import { StatusBar } from "@/components/reports/drafting/StatusBar";
import { FindingsPanel } from "@/components/reports/findings/FindingsPanel";
import { FindingsProvider } from "@/components/reports/findings/FindingsProvider";
import { createDraft } from "@/components/reports/saving/draft";
import { useKeptText } from "@/components/reports/saving/use-kept-text";
import { useLeaveGuard } from "@/components/reports/saving/use-leave-guard";
import { newWindowId } from "@/components/reports/window-id";
import { ThreadsPanel } from "@/components/reviews/threads/ThreadsPanel";
import { getFormat } from "@/lib/format/content";
import type { DraftingView } from "@/lib/reports/drafting/rules";

/** The drafting page: contents, text, 校核问题; the same page read-only where it may not be edited. */
export function ReportForm({ view, userId }: { view: DraftingView; userId: string }) {
  const format = getFormat(view.identity.format);
  const [windowId] = useState(newWindowId);
  const [draft] = useState(() => {
    const { id: reportId, sections, versions } = view;
    return createDraft({ reportId, format, sections, versions, windowId, call: callApi });
  });
  const [isStarting, setStarting] = useState(() => view.untouched && view.editable.length > 0);
  // The way back may have brought the page as it was before anything was typed.
  if (isStarting && !view.untouched) setStarting(false);
  const onRestored = useCallback(() => setStarting(false), []);
  const isReady = useKeptText({ draft, userId, reportId: view.id, windowId, onRestored });
  const scene = useMemo(() => ({ draft, format, view }), [draft, format, view]);
  useLeaveGuard(draft);

  useFreshView(view);
  useFocusInNewState(view.draft);

  useEffect(() => draft.sync(view.sections, view.versions), [draft, view]);

  useEffect(() => {
    if (!isStarting) return;
    return () => document.getElementById(fieldId("title"))?.focus();
  }, [isStarting]);

  return (
    <DraftContext value={scene}>
      <FindingsProvider>
        <DraftHeader isStarting={isStarting} />
        {isStarting ? (
          <StartPanel reportId={view.id} onBlank={() => setStarting(false)} />
        ) : (
          <>
            <StatusBar />
            <StateNotice view={view} format={format} />
            <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[11rem_minmax(0,1fr)] xl:grid-cols-[11rem_minmax(0,1fr)_18rem]">
              <div className="lg:sticky lg:top-14 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto">
                <Contents />
              </div>
              {/* Until the script is there, and with it what was left, nothing typed could be kept. */}
              <fieldset disabled={!isReady} className="min-w-0 space-y-4">
                <legend className="sr-only">报告内容</legend>
                {format.parts.map((part) => (
                  <PartFrame key={part.sections[0]?.key} {...{ part, view }} />
                ))}
              </fieldset>
              <aside
                id="findings"
                className="scroll-mt-14 space-y-4 lg:col-start-2 xl:sticky xl:top-14 xl:col-start-auto xl:max-h-[calc(100dvh-4rem)] xl:overflow-y-auto"
              >
                <FindingsPanel />
                <div id="threads" className="scroll-mt-14">
                  <ThreadsPanel
                    reportId={view.id}
                    format={view.identity.format}
                    unresolved={view.unresolvedThreads}
                    textHref={`/desk/reports/${view.id}`}
                  />
                </div>
              </aside>
            </div>
          </>
        )}
      </FindingsProvider>
    </DraftContext>
  );
}

const shownViews = new WeakSet<DraftingView>();

/** The way back brings the page as it was when it was left: then the server is asked again. */
function useFreshView(view: DraftingView) {
  const router = useRouter();
  useEffect(() => {
    if (shownViews.has(view)) router.refresh();
    shownViews.add(view);
  }, [view, router]);
}

/** The button that moved the report is gone by then: a keyboard goes on from the page's head. */
function useFocusInNewState(state: string) {
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current !== state) document.getElementById("main")?.focus();
    shown.current = state;
  }, [state]);
}
