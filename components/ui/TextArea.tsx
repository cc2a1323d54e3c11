import { type ComponentProps, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlStyle, describedBy, FieldFrame, type FieldTexts } from "@/components/ui/FieldFrame";

export interface TextAreaProps extends ComponentProps<"textarea">, FieldTexts {
  /** Grows with its text, in browsers that can. */
  growing?: boolean;
}

/** Several lines of text. Takes what react-hook-form's `register` returns, the ref included. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, labelHidden, growing, className, ...rest } = props;
  const made = useId();
  const id = rest.id ?? made;
  return (
    <FieldFrame {...{ id, label, hint, error, labelHidden }} required={rest.required}>
      <textarea
        rows={4}
        {...rest}
        {...describedBy(id, { hint, error })}
        id={id}
        className={classNames(controlStyle, growing && "field-sizing-content", className)}
      />
    </FieldFrame>
  );
}
