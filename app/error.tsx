"use client";

import { MessagePage } from "@/components/layout/MessagePage";
import { Button } from "@/components/ui/Button";
import { LinkButton } from "@/components/ui/LinkButton";

interface ErrorPageProps {
  error: unknown;
  retry: () => void;
}

/** What nobody expected. The digest leads an administrator to the line in the server's log. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const digest = digestOf(error);
  return (
    <MessagePage
      title="页面出错了"
      actions={
        <>
          <Button tone="primary" onClick={() => retry()}>
            重新打开本页
          </Button>
          <LinkButton href="/desk">回到工作台</LinkButton>
        </>
      }
    >
      <p>
        显示“已保存”的内容都在。请重新打开本页；仍然出错时，请把出错的时间
        {digest && "和下面的编号"}告诉系统管理员。
      </p>
      {digest && (
        <p>
          出错编号：<span className="font-mono">{digest}</span>
        </p>
      )}
    </MessagePage>
  );
}

function digestOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
