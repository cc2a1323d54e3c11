import { callApi } from "@/components/reports/api-client";

const READ = "notices-read";

/** Marks one notice as read, or all; the count in the header hears of it. */
export async function readNotices(id?: string): Promise<void> {
  const result = await callApi("PUT", "/notices/read", id ? { id } : {});
  if (result.ok) window.dispatchEvent(new Event(READ));
}

/** Calls back whenever something was read in this window. @returns how to end it */
export function onNoticesRead(listen: () => void): () => void {
  window.addEventListener(READ, listen);
  return () => window.removeEventListener(READ, listen);
}
