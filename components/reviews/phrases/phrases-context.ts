import { createContext, useContext } from "react";

/** 常用意见 that the person may pick from. */
export const PhrasesContext = createContext<string[]>([]);

export function usePhrases(): string[] {
  return useContext(PhrasesContext);
}
