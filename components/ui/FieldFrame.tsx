import type { ReactNode } from "react";

export interface FieldTexts {
  label: ReactNode;
  /** What to put in, or what becomes of it. */
  hint?: ReactNode;
  /** What is wrong and what to do. */
  error?: string | undefined;
  /** The label is said, but not shown: the place explains itself to the eye. */
  labelHidden?: boolean;
}

interface FieldFrameProps extends FieldTexts {
  id: string;
  required?: boolean | undefined;
  children: ReactNode;
}

/** Label above, hint and error below the control of that id. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, hint, error, labelHidden, required, children } = props;
  return (
    <div>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "mb-1 block text-sm font-bold"}>
        {label}
        {required && <span className="ml-1.5 text-xs font-normal text-muted">必填</span>}
      </label>
      {children}
      {hint && (
        <p id={hintId(id)} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
      <p id={errorId(id)} aria-live="polite" className="mt-1 text-xs text-danger empty:mt-0">
        {error}
      </p>
    </div>
  );
}

/** The aria attributes that tie hint and error to the control. */
export function describedBy(id: string, { hint, error }: Pick<FieldTexts, "hint" | "error">) {
  const ids = [hint && hintId(id), error && errorId(id)].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

/** Border and ground that every text control shares. */
export const controlStyle =
  "block w-full rounded-sm border border-edge bg-paper px-2.5 py-1.5 text-base text-ink " +
  "placeholder:text-muted aria-invalid:border-danger aria-invalid:bg-danger-soft " +
  "[&:is(input,textarea)]:read-only:bg-ground disabled:bg-sunken disabled:text-muted";

function hintId(id: string) {
  return `${id}-hint`;
}

function errorId(id: string) {
  return `${id}-error`;
}
