"use client";

import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { dialogFoot, dialogStyle, dialogTitle, overlayStyle } from "@/components/ui/dialog-style";
import { useReturnFocus } from "@/components/ui/use-return-focus";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  /** Buttons at the foot, after the one that closes it. */
  actions?: ReactNode;
  closeLabel?: string;
  wide?: boolean;
  children: ReactNode;
}

/** Something to look at or fill in beside the page; Escape and a press outside close it too. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, trigger, title, description, wide, children } = props;
  const { actions, closeLabel = "关闭" } = props;
  const returnFocus = useReturnFocus();
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger>}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={overlayStyle} />
        <RadixDialog.Content
          {...returnFocus}
          className={`${dialogStyle} ${wide ? "max-w-4xl" : "max-w-lg"}`}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="border-b border-line px-5 py-3">
            <RadixDialog.Title className={dialogTitle}>{title}</RadixDialog.Title>
            {description && (
              <RadixDialog.Description className="text-sm text-muted">
                {description}
              </RadixDialog.Description>
            )}
          </div>
          <div className="overflow-y-auto px-5 py-4">{children}</div>
          <div className={dialogFoot}>
            <RadixDialog.Close asChild>
              <Button>{closeLabel}</Button>
            </RadixDialog.Close>
            {actions}
          </div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
