import { createContext, useContext } from "react";
import type { PlanDefinition, PlanPerson } from "@/lib/reviews/plans/schema";

interface PlanScene {
  plan: PlanDefinition;
  people: PlanPerson[];
  mayEdit: boolean;
  /** Key of the level or step whose fields are open. */
  open: string | null;
  setOpen: (key: string | null) => void;
  /** Puts a changed plan in its place; the focus goes to the element of that id, where one is named. */
  change: (plan: PlanDefinition, focusId?: string) => void;
}

export const PlanContext = createContext<PlanScene | null>(null);

/** The plan on the page and its edits. */
export function usePlan(): PlanScene {
  const scene = useContext(PlanContext);
  if (!scene) throw new Error("Outside of a plan's page");
  return scene;
}
