import { type ClipboardEvent, type DragEvent, useState } from "react";

/**
 * Refuses a paste or a drop into a text area as a whole, before the browser has to lay it out.
 * `problemOf` says what is wrong with the text that would stand there then; null when nothing is.
 */
export function usePasteLimit(problemOf: (text: string) => string | null) {
  const [refusal, setRefusal] = useState<string>();

  function check(
    event: ClipboardEvent<HTMLTextAreaElement> | DragEvent<HTMLTextAreaElement>,
    data: DataTransfer,
  ) {
    const { value, selectionStart, selectionEnd, readOnly } = event.currentTarget;
    if (readOnly) return;
    const put = data.getData("text/plain");
    const text = value.slice(0, selectionStart) + put + value.slice(selectionEnd);
    const problem = put && problemOf(text);
    if (!problem) return;
    event.preventDefault();
    setRefusal(`没有粘贴：${problem}`);
  }

  return {
    refusal,
    handlers: {
      onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => check(event, event.clipboardData),
      onDrop: (event: DragEvent<HTMLTextAreaElement>) => check(event, event.dataTransfer),
      onInput: () => setRefusal(undefined),
    },
  };
}
