"use client";

import { type ReactNode, useEffect, useState } from "react";
import { callApi, sendParting } from "@/components/reports/api-client";
import { writableSectionAt } from "@/components/reports/drafting/place";
import { createPresence } from "@/components/reports/presence/presence";
import { PresenceContext } from "@/components/reports/presence/presence-context";
import { newWindowId } from "@/components/reports/window-id";
import type { PresenceAnswer } from "@/lib/reports/presence/schema";

/** What a person does who is not quiet. */
const DOINGS = ["keydown", "pointerdown", "pointermove", "wheel"];

/**
 * Says that this window is open on a report and in which section its person writes, and knows who
 * else is here. A call that fails says nothing: being offline shows itself in the saving.
 */
export function PresenceProvider({
  reportId,
  children,
}: {
  reportId: string;
  children: ReactNode;
}) {
  const [presence] = useState(() => {
    const window = newWindowId();
    const path = `/reports/${reportId}/presence`;
    return createPresence({
      async note(section) {
        const answer = await callApi<PresenceAnswer>("PUT", path, { window, section });
        return answer.ok ? answer.data.people : null;
      },
      leave: () => sendParting(`${path}?window=${window}`),
      isVisible: () => document.visibilityState === "visible",
      now: Date.now,
    });
  });

  useEffect(() => {
    const enter = () => presence.enter(writableSectionAt(document.activeElement));
    const onVisibility = () => {
      if (document.visibilityState === "visible") presence.touch();
    };
    const { touch, end } = presence;
    for (const doing of DOINGS) document.addEventListener(doing, touch, { passive: true });
    document.addEventListener("focusin", enter);
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", end);
    enter();
    touch();
    return () => {
      for (const doing of DOINGS) document.removeEventListener(doing, touch);
      document.removeEventListener("focusin", enter);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", end);
      end();
    };
  }, [presence]);

  return <PresenceContext value={presence}>{children}</PresenceContext>;
}
