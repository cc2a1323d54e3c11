import { type ComponentProps, type ReactNode, useId } from "react";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
}

/** The browser's own box with its words; the whole line can be pressed. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const hintId = useId();
  return (
    <div className={className}>
      <label className="flex items-start gap-2 py-1 text-sm pointer-coarse:py-2.5">
        <input
          type="checkbox"
          {...rest}
          aria-describedby={hint ? hintId : undefined}
          className="mt-[0.2rem] size-4 shrink-0"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="pl-6 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
