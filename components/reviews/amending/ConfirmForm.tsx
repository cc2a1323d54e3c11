import { useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { placeName } from "@/components/reports/place-name";
import { useReportEvent } from "@/components/reports/use-report-event";
import { AmendPanel } from "@/components/reviews/amending/AmendPanel";
import { useAmendments } from "@/components/reviews/amending/use-amendments";
import type { DecisionPanelProps } from "@/components/reviews/decision";
import { handoverWords } from "@/components/reviews/handover-words";
import { PassDialog } from "@/components/reviews/PassDialog";
import { ReturnDialog } from "@/components/reviews/ReturnDialog";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { LinkButton } from "@/components/ui/LinkButton";

interface ConfirmFormProps extends DecisionPanelProps {
  onDone: (words: string) => void;
}

/** 改动确认: the rest was judged before; the difference stands under 改动, and one press confirms it. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { report, format, offer, onDone } = props;
  const { send, pending, problem, forget } = useReportEvent(report);
  const amending = useAmendments({ ...props, userId: offer.actorId, reportId: report.id });
  const { changes, reason } = amending;
  const [asked, setAsked] = useState(false);
  const [dialog, setDialog] = useState<"pass" | "return" | null>(null);
  const fields = { opinion: "确认改动。" };

  async function confirm() {
    setAsked(true);
    if (changes.length) {
      if (amending.isReady) setDialog("pass");
      return;
    }
    if (await send("pass", fields)) onDone(`已确认改动。${handoverWords(offer.next)}`);
  }

  function close(words?: string) {
    setDialog(null);
    if (words) onDone(words);
  }

  return (
    <div className="space-y-4">
      <ul className="space-y-2 text-sm">
        {offer.confirms.map(({ section, actorName, at, reason: why }) => (
          <li key={`${section} ${at}`}>
            <span className="font-bold">{actorName}</span>改了“{placeName(format, section, null)}
            ”：{why}
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        其余内容与您通过的那一稿相同，不用再看一遍、再勾一遍。
        <LinkButton size="small" tone="quiet" href={`/desk/reviews/${report.id}?tab=changes`}>
          看改动
        </LinkButton>
      </p>
      {props.sections && (
        <Disclosure summary="还要改的，直接改稿" open={amending.amended.length > 0}>
          <AmendPanel {...props} {...{ amending, asked }} sections={props.sections} />
        </Disclosure>
      )}
      {problem && <ProblemCallout title="没有确认" problem={problem} onReload={forget} />}
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" className="flex-1" pending={pending} onClick={confirm}>
          {changes.length ? "改稿并确认" : "确认改动"}
        </Button>
        <Button className="flex-1" onClick={() => setDialog("return")}>
          退回修改
        </Button>
      </div>
      <PassDialog
        {...props}
        open={dialog === "pass"}
        onClose={(words) => {
          if (words) amending.clear();
          close(words);
        }}
        fields={{ ...fields, changes, reason: reason.trim() }}
        changed={changes.length > 0}
      />
      <ReturnDialog
        open={dialog === "return"}
        onClose={close}
        report={report}
        format={format}
        offer={offer}
        fields={{}}
        errors={[]}
      />
    </div>
  );
}
