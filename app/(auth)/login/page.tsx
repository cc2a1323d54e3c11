import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginForm } from "@/components/auth/LoginForm";
import { Panel } from "@/components/ui/Panel";
import { ownPath } from "@/lib/auth/own-path";
import { findActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "登录", robots: { index: false } };

interface LoginPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const wish = (await searchParams).next;
  const next = ownPath(wish);
  if (await findActor()) redirect(next);
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-4 py-8">
      <h1 className="text-2xl font-bold">年报台</h1>
      <p className="mt-1 mb-6 text-sm text-muted">政府信息公开工作年度报告的编制、审核与公开</p>
      {wish !== undefined && <p className="mb-4 text-sm">请先登录，登录后回到刚才的页面。</p>}
      <Panel>
        <LoginForm next={next} />
      </Panel>
      <p className="mt-4 text-xs text-muted">
        连续输错密码 5 次，账号锁定 15 分钟；30 分钟没有操作，须重新登录。
      </p>
    </main>
  );
}
