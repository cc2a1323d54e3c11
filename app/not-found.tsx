import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/MessagePage";
import { LinkButton } from "@/components/ui/LinkButton";
import { notFoundError } from "@/lib/errors";

export const metadata: Metadata = { title: "没有找到" };

/** For an address of no page: whoever comes to one is a reader before anything else. */
export default function NotFound() {
  return (
    <MessagePage
      title="没有找到"
      actions={
        <>
          <LinkButton href="/" prefetch={false} tone="primary">
            回到首页
          </LinkButton>
          <LinkButton href="/reports" prefetch={false}>
            查看已公开的年度报告
          </LinkButton>
          <LinkButton href="/desk" prefetch={false}>
            工作台
          </LinkButton>
        </>
      }
    >
      <p>{notFoundError().message}</p>
      <p>请核对网址。</p>
    </MessagePage>
  );
}
