"use client";

import { AlertDialog } from "radix-ui";
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { dialogFoot, dialogStyle, dialogTitle, overlayStyle } from "@/components/ui/dialog-style";
import { useReturnFocus } from "@/components/ui/use-return-focus";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button that opens it, where there is one. */
  trigger?: ReactNode;
  /** A question or the name of the act. */
  title: ReactNode;
  /** What will happen, and who has it next. */
  description: ReactNode;
  /** The act itself as a verb, never 确定. */
  confirmLabel: string;
  cancelLabel?: string;
  /** It takes something away. */
  danger?: boolean;
  pending?: boolean;
  confirmDisabled?: boolean;
  /** It does not close by itself: the act may be refused. */
  onConfirm: () => void;
  /** Fields, and why it was refused. */
  children?: ReactNode;
}

/** Asks before an act. Focus begins on 取消; Escape leaves, unless the act is under way. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, trigger, title, description, children } = props;
  const { confirmLabel, cancelLabel = "取消", danger, pending, confirmDisabled, onConfirm } = props;
  const returnFocus = useReturnFocus();

  function submit(event: FormEvent) {
    event.preventDefault();
    // A portal's events still reach the React parents: a form around the dialog must not hear it.
    event.stopPropagation();
    if (!pending) onConfirm();
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !pending && onOpenChange(next)}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlayStyle} />
        <AlertDialog.Content {...returnFocus} className={`${dialogStyle} max-w-lg`}>
          <form onSubmit={submit} className="flex min-h-0 flex-col">
            <div className="space-y-3 overflow-y-auto px-5 py-4">
              <AlertDialog.Title className={dialogTitle}>{title}</AlertDialog.Title>
              <AlertDialog.Description asChild>
                <div className="space-y-2 text-sm">{description}</div>
              </AlertDialog.Description>
              {children}
            </div>
            <div className={dialogFoot}>
              <AlertDialog.Cancel asChild>
                <Button disabled={pending}>{cancelLabel}</Button>
              </AlertDialog.Cancel>
              <Button
                type="submit"
                tone={danger ? "danger" : "primary"}
                pending={pending}
                disabled={confirmDisabled}
              >
                {confirmLabel}
              </Button>
            </div>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
