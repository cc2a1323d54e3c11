import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Draft } from "@/components/reports/saving/draft";
import { SIGNED_OUT } from "@/components/reports/saving/kept-store";

const LOST = "还有内容没有保存到服务器，离开后会丢失。确定离开吗？";
const KEPT =
  "还有内容没有保存到服务器，已经留在这台电脑的浏览器里，下次打开本报告时继续保存。确定离开吗？";

/**
 * Nothing typed is left behind: closing the window asks while something is unsaved; a link within
 * the site, the way back and 退出 wait for the save; and a window put aside sends at once. The
 * network's return and the person's are reasons to try again.
 */
export function useLeaveGuard(draft: Draft): void {
  const router = useRouter();
  useEffect(() => {
    const words = () => (draft.isKept() ? KEPT : LOST);
    let isGivenUp = false;
    let isAsked = false;

    function isUnsaved() {
      return !isGivenUp && draft.saving() !== "saved";
    }

    function giveUp() {
      isGivenUp = true;
    }

    /** Whether this leave was held and asked about, and now comes again. Once: it may be called off. */
    function comesAgain() {
      const again = isAsked;
      isAsked = false;
      return again;
    }

    function onBeforeUnload(event: BeforeUnloadEvent) {
      if (!isUnsaved()) return;
      void draft.flush();
      event.preventDefault();
    }

    function onVisibility() {
      if (document.visibilityState === "hidden") void draft.flush();
      else draft.retry();
    }

    /** Holds the event back, and goes on once all is stored or the person would rather go. */
    async function hold(event: Event, goOn: () => void, asks = () => window.confirm(words())) {
      event.preventDefault();
      event.stopPropagation();
      const stored = draft.saving() === "saving" && (await storedNow(draft));
      if (stored || asks()) goOn();
    }

    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || !isUnsaved() || !leaves(link, event)) return;
      void hold(event, () => router.push(link.pathname + link.search + link.hash));
    }

    function onSubmit(event: SubmitEvent) {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset.leaves === undefined) return;
      if (comesAgain() || !isUnsaved()) return;
      // What is kept goes with the account, and the form asks about it itself.
      const asks = () => draft.isKept() || window.confirm(LOST);
      const again = () => {
        isAsked = true;
        form.requestSubmit();
      };
      // Not before this event is over: until then the browser takes no other from the form.
      void hold(event, () => setTimeout(again), asks);
    }

    /** The way back and forward, where the browser lets a page hold it. */
    function onNavigate(event: NavigateEvent) {
      const { key, sameDocument, url } = event.destination;
      if (event.navigationType !== "traverse" || comesAgain() || !event.cancelable) return;
      if (!isUnsaved() || !sameDocument || new URL(url).pathname === location.pathname) return;
      void hold(event, () => {
        isAsked = true;
        window.navigation?.traverseTo(key);
      });
    }

    window.addEventListener("beforeunload", onBeforeUnload);
    window.addEventListener("online", draft.retry);
    window.addEventListener(SIGNED_OUT, giveUp);
    window.navigation?.addEventListener("navigate", onNavigate);
    document.addEventListener("visibilitychange", onVisibility);
    document.addEventListener("click", onClick, true);
    document.addEventListener("submit", onSubmit, true);
    return () => {
      window.removeEventListener("beforeunload", onBeforeUnload);
      window.removeEventListener("online", draft.retry);
      window.removeEventListener(SIGNED_OUT, giveUp);
      window.navigation?.removeEventListener("navigate", onNavigate);
      document.removeEventListener("visibilitychange", onVisibility);
      document.removeEventListener("click", onClick, true);
      document.removeEventListener("submit", onSubmit, true);
    };
  }, [draft, router]);
}

/** Sends what is left; false as soon as no answer comes, so that nobody waits for the network. */
function storedNow(draft: Draft): Promise<boolean> {
  return new Promise((resolve) => {
    const end = draft.subscribe(() => {
      if (draft.saving() !== "saving") finish(draft.saving() === "saved");
    });
    const finish = (stored: boolean) => {
      end();
      resolve(stored);
    };
    void draft.flush().then(finish);
  });
}

/** A plain press of a link that leads to another page of this site, in this window. */
function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const isHere = link.origin === location.origin && link.target !== "_blank" && !link.download;
  return isPlain && isHere && link.pathname !== location.pathname;
}
