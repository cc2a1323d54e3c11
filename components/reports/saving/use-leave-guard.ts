import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Draft } from "@/components/reports/saving/draft";

const WORDS = "还有内容没有保存到服务器，离开后会丢失。确定离开吗？";

/**
 * Nothing typed is left behind: closing the window asks while something is unsaved, a link within
 * the site waits for the save, and a window put aside sends at once. The network's return is a
 * reason to try again.
 */
export function useLeaveGuard(draft: Draft): void {
  const router = useRouter();
  useEffect(() => {
    const isUnsaved = () => draft.saving() !== "saved";

    function onBeforeUnload(event: BeforeUnloadEvent) {
      if (!isUnsaved()) return;
      void draft.flush();
      event.preventDefault();
    }

    function onHidden() {
      if (document.visibilityState === "hidden") void draft.flush();
    }

    async function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || !isUnsaved() || !leaves(link, event)) return;
      event.preventDefault();
      event.stopPropagation();
      const stored = draft.saving() === "saving" && (await draft.flush());
      if (stored || window.confirm(WORDS)) router.push(link.pathname + link.search + link.hash);
    }

    window.addEventListener("beforeunload", onBeforeUnload);
    window.addEventListener("online", draft.retry);
    document.addEventListener("visibilitychange", onHidden);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onBeforeUnload);
      window.removeEventListener("online", draft.retry);
      document.removeEventListener("visibilitychange", onHidden);
      document.removeEventListener("click", onClick, true);
    };
  }, [draft, router]);
}

/** A plain press of a link that leads to another page of this site, in this window. */
function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const isHere = link.origin === location.origin && link.target !== "_blank" && !link.download;
  return isPlain && isHere && link.pathname !== location.pathname;
}
