/**
 * Puts a block on the clipboard, from a press of a button. By the copy event, since an office's
 * own address without a certificate has no other way.
 * @returns false where the browser does not allow it
 */
export function copyOut(text: string): boolean {
  let isDone = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  window.addEventListener("copy", give, { capture: true, once: true });
  document.execCommand("copy");
  window.removeEventListener("copy", give, { capture: true });
  return isDone;
}
