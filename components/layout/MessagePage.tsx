import type { ReactNode } from "react";

interface MessagePageProps {
  title: string;
  actions: ReactNode;
  children: ReactNode;
}

/** A page that only says something: not found, out of order. */
export function MessagePage({ title, actions, children }: MessagePageProps) {
  return (
    <main className="mx-auto max-w-xl px-4 py-16 sm:py-24">
      <p className="text-sm font-bold text-primary">年报台</p>
      <h1 className="mt-1 text-2xl font-bold">{title}</h1>
      <div className="mt-3 space-y-2 text-muted">{children}</div>
      <div className="mt-6 flex flex-wrap gap-2">{actions}</div>
    </main>
  );
}
