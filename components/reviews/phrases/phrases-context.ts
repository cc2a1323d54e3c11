import { createContext, useContext } from "react";

export const PhrasesContext = createContext<string[] | null>(null);

/** 常用意见 that the person may pick from. */
export function usePhrases(): string[] {
  const phrases = useContext(PhrasesContext);
  if (!phrases) throw new Error("Outside of a page that hands in the 常用意见");
  return phrases;
}
