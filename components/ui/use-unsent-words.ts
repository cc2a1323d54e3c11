import { useEffect } from "react";

/** Closing or reloading the window asks first while it holds words that are nowhere else. */
export function useUnsentWords(hasWords: boolean): void {
  useEffect(() => {
    if (!hasWords) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [hasWords]);
}
