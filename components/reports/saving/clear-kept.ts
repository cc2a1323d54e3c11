import { callApi } from "@/components/reports/api-client";
import { type KeptRow, openKeptStore, SIGNED_OUT } from "@/components/reports/saving/kept-store";
import { clearGathered, gatheredRows } from "@/components/reviews/gathering/book";

const WORDS = "这台电脑的浏览器里还有没有保存到服务器的内容，退出登录会清除这些内容。确定退出吗？";

/**
 * Removes what the account left in this browser; false where the person would rather stay.
 * @throws when nobody says whose it is, or when it cannot be removed
 */
export async function clearKept(): Promise<boolean> {
  const me = await callApi<{ id: string }>("GET", "/me");
  if (!me.ok && me.status !== 401) throw new Error(me.reasons.join());
  const store = openKeptStore();
  // A browser that keeps nothing has nothing to clear.
  const rows = me.ok ? await store.list(me.data.id).catch((): KeptRow[] => []) : [];
  const gathered = me.ok ? gatheredRows(() => localStorage, me.data.id) : 0;
  if (rows.length + gathered > 0 && !window.confirm(WORDS)) return false;
  // The form on this page gives up first, or it would keep its text again.
  window.dispatchEvent(new Event(SIGNED_OUT));
  if (me.ok && rows.length > 0) await store.clear(me.data.id);
  if (me.ok) clearGathered(() => localStorage, me.data.id);
  return true;
}
