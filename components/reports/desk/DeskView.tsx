import { ConfirmingPart } from "@/components/reports/desk/ConfirmingPart";
import { DraftingPart } from "@/components/reports/desk/DraftingPart";
import { AuditorPart, NoWorkPart } from "@/components/reports/desk/DutyParts";
import { NoticePanel } from "@/components/reports/desk/NoticePanel";
import { SupervisingPart } from "@/components/reports/desk/SupervisingPart";
import { PublishingPart, ReviewingPart } from "@/components/reports/desk/WaitingParts";
import type { Desk } from "@/lib/reports/desk/rules";

/** What waits for me, by role; nothing else. */
export function DeskView({ desk, now }: { desk: Desk; now: Date }) {
  const { drafting, reviewing, publishing, confirming, supervising } = desk;
  const { isAuditor, isAdministrator } = desk;
  const idle = !drafting && !reviewing && !publishing && !supervising && !isAuditor;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0 space-y-4">
        {drafting && <DraftingPart drafting={drafting} />}
        {reviewing && <ReviewingPart waiting={reviewing} now={now} />}
        {confirming.length > 0 && <ConfirmingPart confirming={confirming} />}
        {publishing && <PublishingPart ready={publishing} />}
        {supervising && <SupervisingPart supervising={supervising} />}
        {isAuditor && <AuditorPart />}
        {idle && <NoWorkPart isAdministrator={isAdministrator} />}
      </div>
      <NoticePanel notices={desk.notices} />
    </div>
  );
}
