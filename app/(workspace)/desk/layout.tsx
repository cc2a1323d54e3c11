import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/**
 * Knows nothing about who is signed in: a layout is not rendered again on the way from page to
 * page. Each page draws `WorkspaceShell` with the actor that it checked itself. There is no
 * `loading.tsx` on purpose: it would send status 200 before a page can answer 404.
 */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return children;
}
