/**
 * From now on this browser shows a page of ours where the network does not bring one: that what
 * was typed is kept, and the way back. Browsers offer this to encrypted addresses alone.
 */
export function keepOfflinePage(): void {
  if (!("serviceWorker" in navigator)) return;
  // Without it the browser shows its own page; what is kept is kept all the same.
  navigator.serviceWorker.register("/offline-worker.js", { scope: "/desk" }).catch(() => undefined);
}
