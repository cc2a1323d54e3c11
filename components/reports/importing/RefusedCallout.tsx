import type { ApiRefusal } from "@/components/reports/api-client";
import { Callout } from "@/components/ui/Callout";
import { ReasonList } from "@/components/ui/ReasonList";

/** Why the server did not take it; the text is still there. */
export function RefusedCallout({ refused }: { refused: ApiRefusal | null }) {
  if (!refused) return null;
  const signedOut = refused.status === 401;
  return (
    <Callout
      tone="danger"
      live
      title={refused.status === 0 ? "没有收到回答，来稿还在" : "没有完成，来稿还在，报告没有改动"}
      actions={
        signedOut && (
          <a href="/login" target="_blank" rel="noreferrer" className="text-primary underline">
            在新窗口重新登录，再回到这里重试
          </a>
        )
      }
    >
      <ReasonList reasons={refused.reasons} />
    </Callout>
  );
}
