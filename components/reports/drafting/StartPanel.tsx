import { Button } from "@/components/ui/Button";
import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";

/** The beginning of a report with nothing in it yet. */
export function StartPanel({ reportId, onBlank }: { reportId: string; onBlank: () => void }) {
  return (
    <Panel title="开始填报" className="mx-auto mt-6 max-w-2xl">
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="space-y-2">
          <p className="font-bold">已有文稿</p>
          <p className="text-sm text-muted">
            粘贴今年的稿子，或者选择文件。系统读出正文和三张表，核对以后再存入。
          </p>
          <LinkButton tone="primary" href={`/desk/reports/${reportId}/import`}>
            导入文稿
          </LinkButton>
        </div>
        <div className="space-y-2">
          <p className="font-bold">从头填写</p>
          <p className="text-sm text-muted">打开空白的统一格式，逐项填写，随时自动保存。</p>
          <Button onClick={onBlank}>空白</Button>
        </div>
      </div>
    </Panel>
  );
}
