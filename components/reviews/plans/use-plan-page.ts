import { useRouter } from "next/navigation";
import { useState } from "react";
import { type ApiResult, callApi } from "@/components/reports/api-client";
import type { Problem } from "@/components/reports/ProblemCallout";
import { planProblems } from "@/lib/reviews/plans/rules";
import type { PlanDefinition, PlanView } from "@/lib/reviews/plans/schema";

/** A refusal with what was not done: 没有保存. */
interface Refused extends Problem {
  title: string;
}

/** The plan in the person's hands and the one on the server. */
export function usePlanPage(first: PlanView) {
  const router = useRouter();
  const [view, setView] = useState(first);
  const [plan, setPlan] = useState(first.definition);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [done, setDone] = useState("");
  const isDirty = plan !== view.definition;
  const path = `/plans/${view.id}`;

  function change(next: PlanDefinition) {
    setPlan(next);
    setDone("");
  }

  async function send(
    title: string,
    words: string,
    call: () => Promise<ApiResult<PlanView>>,
  ): Promise<PlanView | null> {
    const sent = plan;
    setPending(true);
    setDone("");
    const result = await call();
    setPending(false);
    setRefused(result.ok ? null : { ...result, title });
    if (!result.ok) return null;
    setView(result.data);
    // What was changed while the answer was on its way is still to be saved.
    setPlan((present) => (present === sent ? result.data.definition : present));
    setDone(words);
    router.refresh();
    return result.data;
  }

  /** Saves what is in hand; what keeps the plan from working is said before anything is sent. */
  async function save(): Promise<PlanView | null> {
    const reasons = planProblems(plan);
    if (reasons.length) {
      setRefused({ title: "没有保存", status: 422, reasons });
      return null;
    }
    const headers = { "If-Match": `"${view.version}"` };
    return send("没有保存", "草稿已保存。正在用的一版没有变化，发布以后才生效。", () =>
      callApi("PUT", path, plan, headers),
    );
  }

  function publish(): Promise<PlanView | null> {
    const headers = { "If-Match": `"${view.version}"` };
    return send("没有发布", "已发布。以后新开始的送审按这一版进行。", () =>
      callApi("POST", `${path}/versions`, undefined, headers),
    );
  }

  function choose(bureau: string): Promise<PlanView | null> {
    return send("没有选用", "已选用。以后新开始的送审按这个流程进行。", () =>
      callApi("PUT", `${path}/choice`, { bureau }),
    );
  }

  async function remove(): Promise<void> {
    setPending(true);
    const result = await callApi("DELETE", path);
    setPending(false);
    if (result.ok) router.push("/desk/plans");
    else setRefused({ ...result, title: "没有删除" });
  }

  /** Takes what the server has, and gives up what is in hand. */
  async function reload(): Promise<void> {
    await send("没有载入", "", () => callApi("GET", path));
  }

  return {
    view,
    plan,
    change,
    isDirty,
    forget: () => setRefused(null),
    pending,
    refused,
    done,
    save,
    publish,
    choose,
    remove,
    reload,
  };
}

export type PlanPage = ReturnType<typeof usePlanPage>;
