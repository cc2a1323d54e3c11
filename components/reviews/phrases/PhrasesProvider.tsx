"use client";

import type { ReactNode } from "react";
import { PhrasesContext } from "@/components/reviews/phrases/phrases-context";

/** Hands a page's 常用意见 to every field that offers them. */
export function PhrasesProvider({ phrases, children }: { phrases: string[]; children: ReactNode }) {
  return <PhrasesContext value={phrases}>{children}</PhrasesContext>;
}
