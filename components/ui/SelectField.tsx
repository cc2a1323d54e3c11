import { type ComponentProps, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlStyle, describedBy, FieldFrame, type FieldTexts } from "@/components/ui/FieldFrame";

export interface SelectFieldProps extends ComponentProps<"select">, FieldTexts {}

/** The browser's own list; the options are its children. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, labelHidden, className, ...rest } = props;
  const made = useId();
  const id = rest.id ?? made;
  return (
    <FieldFrame {...{ id, label, hint, error, labelHidden }} required={rest.required}>
      <select
        {...rest}
        {...describedBy(id, { hint, error })}
        id={id}
        className={classNames(controlStyle, "min-h-9 pointer-coarse:min-h-11", className)}
      />
    </FieldFrame>
  );
}
