import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/MessagePage";
import { LinkButton } from "@/components/ui/LinkButton";
import { notFoundError } from "@/lib/errors";

export const metadata: Metadata = { title: "没有找到" };

/** The same words for what does not exist and for what lies behind the wall. */
export default function NotFound() {
  return (
    <MessagePage
      title="没有找到"
      actions={
        <>
          <LinkButton href="/desk" tone="primary">
            回到工作台
          </LinkButton>
          <LinkButton href="/reports" prefetch={false}>
            查看已公开的年度报告
          </LinkButton>
        </>
      }
    >
      <p>{notFoundError().message}</p>
      <p>请核对网址；如果是别人发给您的链接，请向对方确认您是否有权查看。</p>
    </MessagePage>
  );
}
