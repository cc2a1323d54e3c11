/** One thing to put right, while it is being written. */
export interface ReturnItem {
  id: number;
  section: string;
  /** Cell key; empty for the section as a whole. */
  cell: string;
  words: string;
}

export function emptyItem(id: number): ReturnItem {
  return { id, section: "", cell: "", words: "" };
}
