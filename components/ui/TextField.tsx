import { type ComponentProps, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlStyle, describedBy, FieldFrame, type FieldTexts } from "@/components/ui/FieldFrame";

export interface TextFieldProps extends ComponentProps<"input">, FieldTexts {}

/** One line of text. Takes what react-hook-form's `register` returns, the ref included. */
export function TextField({ label, hint, error, labelHidden, className, ...rest }: TextFieldProps) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <FieldFrame {...{ id, label, hint, error, labelHidden }} required={rest.required}>
      <input
        type="text"
        {...rest}
        {...describedBy(id, { hint, error })}
        id={id}
        className={classNames(controlStyle, "min-h-9 pointer-coarse:min-h-11", className)}
      />
    </FieldFrame>
  );
}
