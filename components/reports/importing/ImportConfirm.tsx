import { useState } from "react";
import type { ApiRefusal } from "@/components/reports/api-client";
import { RefusedCallout } from "@/components/reports/importing/RefusedCallout";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import type { Doubt } from "@/lib/format/source";
import { importCounts } from "@/lib/reports/imports/rules";
import type { Change } from "@/lib/reports/revisions/rules";

interface ImportConfirmProps {
  changes: Change[];
  doubts: Doubt[];
  hasContent: boolean;
  disabled: boolean;
  pending: boolean;
  refused: ApiRefusal | null;
  onStore: () => void;
}

/** 全部存入, after saying how much is written and what becomes of what stands there now. */
export function ImportConfirm(props: ImportConfirmProps) {
  const { changes, doubts, hasContent, disabled, pending, refused, onStore } = props;
  const [open, setOpen] = useState(false);
  const counts = importCounts(changes);
  const { prose, cells, replacedProse, replacedCells } = counts;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button tone="primary" disabled={disabled}>
          全部存入
        </Button>
      }
      title="全部存入这份来稿？"
      description={
        <>
          <p>
            将写入 {prose} 个部分、{cells} 个单元格。
          </p>
          {replacedProse + replacedCells > 0 && (
            <p>
              其中 {replacedProse} 个部分、{replacedCells} 个单元格现有的内容将被替换。
            </p>
          )}
          {hasContent && <p>现有内容会留存为一稿，可以在历史中查看。</p>}
          {doubts.length > 0 && <p>{doubts.length} 处存疑的内容请存入后在填报页核对、补全。</p>}
        </>
      }
      confirmLabel="全部存入"
      pending={pending}
      onConfirm={onStore}
    >
      <RefusedCallout refused={refused} />
    </ConfirmDialog>
  );
}
