import { useEffect, useState } from "react";
import { selectedPlace, type ThreadPlace } from "@/components/reviews/threads/thread-place";

/** What the person has selected in the text just now; null for nothing. */
export function useSelectedPlace(): ThreadPlace | null {
  const [selected, setSelected] = useState<ThreadPlace | null>(null);
  useEffect(() => {
    const follow = () => setSelected(selectedPlace());
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, []);
  return selected;
}
