import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { type ApiResult, callApi } from "@/components/reports/api-client";
import type { ThreadPlace } from "@/components/reviews/threads/thread-place";
import type { ThreadPage, ThreadsQuery, ThreadView } from "@/lib/reviews/threads/schema";

export type ThreadFilter = ThreadsQuery["state"];

/** The threads of a report, a page at a time; every change answers why it was refused, or nothing. */
export function useThreads(reportId: string) {
  const path = `/reports/${reportId}/threads`;
  const router = useRouter();
  const [filter, setFilter] = useState<ThreadFilter>("open");
  const [page, setPage] = useState<ThreadPage | null>(null);
  const [reasons, setReasons] = useState<string[]>([]);

  const load = useCallback(async () => {
    const answer = await callApi<ThreadPage>("GET", `${path}?state=${filter}`);
    setReasons(answer.ok ? [] : answer.reasons);
    if (answer.ok) setPage(answer.data);
  }, [path, filter]);

  useEffect(() => {
    void load();
  }, [load]);

  async function more() {
    const query = `?state=${filter}&cursor=${page?.nextCursor}`;
    const answer = await callApi<ThreadPage>("GET", path + query);
    setReasons(answer.ok ? [] : answer.reasons);
    if (!answer.ok || !page) return;
    setPage({ ...answer.data, items: [...page.items, ...answer.data.items] });
  }

  function taken(answer: ApiResult<ThreadView>, opened: number): string[] {
    if (!answer.ok) return answer.reasons;
    const { data } = answer;
    // The page around it says how many are unresolved.
    if (opened !== 0) router.refresh();
    setPage((now) => {
      if (!now) return now;
      const isKnown = now.items.some(({ id }) => id === data.id);
      const items = isKnown
        ? now.items.map((item) => (item.id === data.id ? data : item))
        : [data, ...now.items];
      return { ...now, items, open: now.open + opened };
    });
    return [];
  }

  async function open(place: ThreadPlace, words: string, mustResolve: boolean) {
    const { section, cell, quote } = place;
    const body = { section, ...(cell && { cell }), ...(quote && { quote }), words, mustResolve };
    return taken(await callApi<ThreadView>("POST", path, body), 1);
  }

  async function reply(thread: string, words: string) {
    return taken(await callApi<ThreadView>("POST", `${path}/${thread}/messages`, { words }), 0);
  }

  async function resolve(thread: string, resolved: boolean, words: string) {
    const body = { resolved, ...(words && { words }) };
    const answer = await callApi<ThreadView>("PUT", `${path}/${thread}/resolution`, body);
    return taken(answer, resolved ? -1 : 1);
  }

  return { page, reasons, filter, setFilter, load, more, open, reply, resolve };
}

export type Threads = ReturnType<typeof useThreads>;
