import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonTone, buttonStyle } from "@/components/ui/button-style";

interface LinkButtonProps extends ComponentProps<typeof Link> {
  tone?: ButtonTone;
  size?: ButtonSize;
}

/** Goes somewhere, and looks like a button because it is the next thing to do. */
export function LinkButton({
  tone = "secondary",
  size = "normal",
  className,
  ...rest
}: LinkButtonProps) {
  return <Link {...rest} className={buttonStyle(tone, size, className)} />;
}
