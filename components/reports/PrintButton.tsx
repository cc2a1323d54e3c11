"use client";

import { Button } from "@/components/ui/Button";

/** Prints the page as it stands: its print style leaves the workspace out. */
export function PrintButton() {
  return <Button onClick={() => window.print()}>打印</Button>;
}
