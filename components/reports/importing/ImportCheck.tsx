import { useEffect, useRef, useState } from "react";
import type { ApiRefusal } from "@/components/reports/api-client";
import { DoubtList } from "@/components/reports/importing/DoubtList";
import { ImportChanges } from "@/components/reports/importing/ImportChanges";
import { ImportConfirm } from "@/components/reports/importing/ImportConfirm";
import type { ImportedReport } from "@/components/reports/importing/imported-report";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Checkbox } from "@/components/ui/Checkbox";
import { Toolbar } from "@/components/ui/Toolbar";
import { type ImportAnswer, importCounts } from "@/lib/reports/imports/rules";

interface ImportCheckProps {
  report: ImportedReport;
  answer: ImportAnswer;
  pending: boolean;
  refused: ApiRefusal | null;
  onStore: () => void;
  onBack: () => void;
}

/** 导入核对: doubts, questions, then every change; nothing is stored before the last button. */
export function ImportCheck(props: ImportCheckProps) {
  const { report, answer, pending, refused, onStore, onBack } = props;
  const { changes, doubts, questions } = answer;
  const [seen, setSeen] = useState<string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { prose, cells } = importCounts(changes);
  const unseen = questions.filter((question) => !seen.includes(question));

  function tick(question: string, ticked: boolean) {
    setSeen(ticked ? [...seen, question] : seen.filter((one) => one !== question));
  }

  return (
    <div className="space-y-4">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-bold outline-none">
        二、导入核对：读出 {prose} 个部分、{cells} 个单元格的改动，{doubts.length} 处存疑
      </h2>
      {report.hasContent && (
        <p className="text-sm text-muted">
          来稿中没有、空白或没有读出的地方，报告里现有的内容都保留。
        </p>
      )}
      <DoubtList doubts={doubts} content={answer.content} />
      {questions.length > 0 && (
        <Callout tone="warning" title="请先确认是这一份来稿">
          {questions.map((question) => (
            <Checkbox
              key={question}
              label={`${question}我已核对，仍要导入。`}
              checked={seen.includes(question)}
              onChange={(event) => tick(question, event.target.checked)}
            />
          ))}
        </Callout>
      )}
      {changes.length === 0 ? (
        <Callout title="没有可以存入的改动">
          来稿中没有读出与现有内容不同的部分。请检查粘贴的是不是全文，有没有“一、总体情况”这样的标题。
        </Callout>
      ) : (
        <ImportChanges format={report.format} changes={changes} />
      )}
      <Toolbar label="存入" sticky="bottom">
        <ImportConfirm
          {...{ changes, doubts, pending, refused, onStore }}
          hasContent={report.hasContent}
          disabled={changes.length === 0 || unseen.length > 0}
        />
        <Button onClick={onBack} disabled={pending}>
          返回修改来稿
        </Button>
        {unseen.length > 0 && <p className="text-sm text-warning">请先勾选上面的确认。</p>}
      </Toolbar>
    </div>
  );
}
