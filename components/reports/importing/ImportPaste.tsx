import { type DragEvent, useState } from "react";
import type { ApiRefusal } from "@/components/reports/api-client";
import { decodeFile, sizeProblem } from "@/components/reports/importing/decode-file";
import { RefusedCallout } from "@/components/reports/importing/RefusedCallout";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { TextArea } from "@/components/ui/TextArea";
import { usePasteLimit } from "@/components/ui/use-paste-limit";

interface ImportPasteProps {
  text: string;
  setText: (text: string) => void;
  pending: boolean;
  refused: ApiRefusal | null;
  onRead: () => void;
}

/** The text of this year's report: pasted, chosen as a file, or dropped. */
export function ImportPaste({ text, setText, pending, refused, onRead }: ImportPasteProps) {
  const [fault, setFault] = useState<string>();
  const paste = usePasteLimit(sizeProblem);

  async function take(file: File | undefined) {
    if (!file) return;
    const decoded = decodeFile(file.name, new Uint8Array(await file.arrayBuffer()));
    setFault(decoded.ok ? undefined : decoded.reason);
    if (decoded.ok) setText(decoded.text);
  }

  function drop(event: DragEvent) {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    take(file);
  }

  function read() {
    if (text.trim() === "") setFault("请先粘贴来稿，或者选择一个 .txt 文件。");
    else onRead();
  }

  return (
    <Panel title="一、粘贴来稿或选择文件">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has the file button as its keyboard way */}
      <div className="space-y-4" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <TextArea
          {...paste.handlers}
          label="来稿全文"
          rows={16}
          value={text}
          readOnly={pending}
          error={paste.refusal ?? fault}
          onChange={(event) => {
            setText(event.target.value);
            setFault(undefined);
          }}
          placeholder="从 Word 或网页中全选、复制，粘贴到这里。也可以把 .txt 文件拖进来。"
          hint="从标题到最后一段，连同三张表格一起粘贴。读取以后先核对，不会立即改动报告。"
          className="max-h-[60vh]"
          spellCheck={false}
        />
        <RefusedCallout refused={refused} />
        <div className="flex flex-wrap items-center gap-3">
          <Button tone="primary" pending={pending} onClick={read}>
            读取
          </Button>
          <label className="text-sm">
            <span className="mr-2">或选择 .txt 文件</span>
            <input
              type="file"
              accept=".txt,text/plain"
              className="max-w-full file:mr-2 file:min-h-9 file:cursor-pointer file:rounded-sm file:border file:border-edge file:bg-paper file:px-4 file:text-sm file:font-bold file:text-primary hover:file:border-primary hover:file:bg-primary-soft pointer-coarse:file:min-h-11"
              onChange={(event) => take(event.target.files?.[0])}
            />
          </label>
        </div>
      </div>
    </Panel>
  );
}
