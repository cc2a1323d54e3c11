import { Callout } from "@/components/ui/Callout";
import { LinkButton } from "@/components/ui/LinkButton";
import { ReasonList } from "@/components/ui/ReasonList";

/** Why nothing can be imported now. */
export function ImportRefused({ id, reasons }: { id: string; reasons: string[] }) {
  return (
    <Callout
      tone="warning"
      title="现在不能导入"
      actions={<LinkButton href={`/desk/reports/${id}`}>回到报告</LinkButton>}
    >
      <ReasonList reasons={reasons} />
    </Callout>
  );
}
