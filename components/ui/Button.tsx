import type { ComponentProps, MouseEvent } from "react";
import { type ButtonSize, type ButtonTone, buttonStyle } from "@/components/ui/button-style";
import { Spinner } from "@/components/ui/Spinner";

export interface ButtonProps extends ComponentProps<"button"> {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** Work is under way: the button keeps the focus, but does nothing. */
  pending?: boolean;
}

/** A button; `type="submit"` has to be asked for. */
export function Button({
  tone = "secondary",
  size = "normal",
  pending = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonStyle(tone, size, className)}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? refuse : onClick}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}

function refuse(event: MouseEvent) {
  event.preventDefault();
}
