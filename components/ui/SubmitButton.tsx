"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/Button";

/** Submits the form around it and shows that the form is on its way. */
export function SubmitButton({ tone = "primary", ...rest }: Omit<ButtonProps, "type" | "pending">) {
  const { pending } = useFormStatus();
  return <Button {...rest} tone={tone} type="submit" pending={pending} />;
}
