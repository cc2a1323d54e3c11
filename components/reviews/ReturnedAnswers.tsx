import { placeName } from "@/components/reports/place-name";
import { Badge } from "@/components/ui/Badge";
import { Panel } from "@/components/ui/Panel";
import { proofErrorClasses } from "@/lib/reports/events/schema";
import { answerWords } from "@/lib/reviews/answer-words/rules";
import type { ReturnAnswered } from "@/lib/reviews/answers/rules";

interface ReturnedAnswersProps {
  format: string;
  returned: ReturnAnswered;
}

/** What the drafter answered to each item of the last return, and what he changed besides. */
export function ReturnedAnswers({ format, returned }: ReturnedAnswersProps) {
  const { by, roundNo, items, widenings } = returned;
  return (
    <Panel title="上次退回意见的答复" aside={`第 ${roundNo} 次送审，${by}退回`}>
      <ul className="space-y-2 text-sm">
        {items.map(({ id, section, cell, words, errorClass, answer }) => (
          <li key={id}>
            <p>
              {errorClass && (
                <>
                  <Badge tone="warning">{proofErrorClasses[errorClass]}</Badge>{" "}
                </>
              )}
              <span className="font-bold">{placeName(format, section, cell)}</span>：{words}
            </p>
            <p className="border-l-4 border-primary-line pl-3">
              {answer ? `${answer.byName}答复：${answerWords(answer)}` : "没有答复。"}
            </p>
          </li>
        ))}
        {widenings.map(({ section, reason, byName, at }) => (
          <li key={`${section} ${at}`}>
            <p>
              <Badge tone="info">扩大修改范围</Badge>{" "}
              <span className="font-bold">{placeName(format, section, null)}</span>
            </p>
            <p className="border-l-4 border-primary-line pl-3">
              {byName}：{reason}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
