import { useState } from "react";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { useFindings } from "@/components/reports/findings/findings-context";
import type { SectionKey } from "@/lib/format/format";
import { isOpen } from "@/lib/reports/completion/rules";

/**
 * Whether a section may be edited now. In 退回修改 one that was not returned opens when a
 * correction elsewhere makes it wrong, as on the server, and stays open.
 */
export function useEditable(section: SectionKey): boolean {
  const { view } = useDraft();
  const { findings } = useFindings();
  const [isWidened, setWidened] = useState(false);
  const canWiden = view.draft === "RETURNED" && view.editable.length > 0;
  const isWrong = findings.some((finding) => finding.section === section && isOpen(finding));
  if (canWiden && isWrong && !isWidened) setWidened(true);
  return isWidened || view.editable.includes(section);
}
