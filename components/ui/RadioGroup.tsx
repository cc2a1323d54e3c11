import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: string;
  disabled?: boolean;
}

interface RadioGroupProps extends Omit<ComponentProps<"input">, "type" | "value"> {
  legend: ReactNode;
  legendHidden?: boolean;
  options: RadioOption[];
  /** The chosen value, where a parent keeps it; else leave it to the form. */
  value?: string;
  error?: string | undefined;
  inline?: boolean;
}

/**
 * One of several, as native radio buttons: arrow keys move, one stop for Tab. What
 * react-hook-form's `register` returns goes to every one of them.
 */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, legendHidden, options, value, defaultValue, error, inline, ...rest } = props;
  const errorId = useId();
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className={legendHidden ? "sr-only" : "mb-1 text-sm font-bold"}>{legend}</legend>
      <div className={classNames(inline && "flex flex-wrap gap-x-5")}>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex items-start gap-2 py-1 text-sm pointer-coarse:py-2.5"
          >
            <input
              {...rest}
              type="radio"
              value={option.value}
              disabled={option.disabled || rest.disabled}
              {...chosen(option.value, value, defaultValue)}
              className="mt-[0.2rem] size-4 shrink-0"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-xs text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <p id={errorId} aria-live="polite" className="text-xs text-danger">
        {error}
      </p>
    </fieldset>
  );
}

function chosen(option: string, value: unknown, defaultValue: unknown) {
  if (value !== undefined) return { checked: value === option };
  return defaultValue === undefined ? {} : { defaultChecked: defaultValue === option };
}
