import { createContext, useContext } from "react";
import type { ExplainedFinding } from "@/lib/reports/findings/rules";

interface FindingsScene {
  findings: ExplainedFinding[];
  /** Stores what is typed, then explains; answers why not, or nothing. */
  explain: (fingerprints: string[], reason: string) => Promise<string[]>;
}

export const FindingsContext = createContext<FindingsScene | null>(null);

export function useFindings(): FindingsScene {
  const scene = useContext(FindingsContext);
  if (!scene) throw new Error("Outside of a drafting page");
  return scene;
}
