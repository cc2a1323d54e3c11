import { useRef } from "react";

/**
 * Radix hands the focus back to a dialog's own trigger only. A dialog that was opened from
 * elsewhere remembers what had the focus, so that a keyboard goes on where it was.
 */
export function useReturnFocus() {
  const opener = useRef<HTMLElement | null>(null);

  function onOpenAutoFocus() {
    const active = document.activeElement;
    opener.current = active instanceof HTMLElement ? active : null;
  }

  function onCloseAutoFocus(event: Event) {
    if (!opener.current?.isConnected) return;
    event.preventDefault();
    opener.current.focus();
  }

  return { onOpenAutoFocus, onCloseAutoFocus };
}
