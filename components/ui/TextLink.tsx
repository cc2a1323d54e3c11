import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

/** A link within text or a table: underlined, so that colour is not its only mark. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        "text-primary underline decoration-primary-line underline-offset-4 hover:decoration-primary",
        className,
      )}
    />
  );
}
