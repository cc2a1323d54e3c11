import { classNames } from "@/components/ui/class-names";

export type ButtonTone = "primary" | "secondary" | "quiet" | "danger" | "inverse";
export type ButtonSize = "normal" | "small";

const tones: Record<ButtonTone, string> = {
  primary:
    "border-primary bg-primary text-paper hover:border-primary-strong hover:bg-primary-strong",
  secondary: "border-edge bg-paper text-primary hover:border-primary hover:bg-primary-soft",
  quiet: "border-transparent bg-transparent text-primary hover:bg-primary-soft",
  /* On a dark ground. */
  inverse: "border-primary-line bg-transparent text-paper hover:bg-primary",
  danger: "border-danger bg-danger text-paper hover:border-danger-strong hover:bg-danger-strong",
};

const sizes: Record<ButtonSize, string> = {
  normal: "min-h-9 px-4 py-1.5 pointer-coarse:min-h-11",
  small: "min-h-7 px-2.5 py-0.5 pointer-coarse:min-h-10",
};

const unavailable =
  "disabled:border-line disabled:bg-sunken disabled:text-muted aria-disabled:cursor-progress";

/** The look that a button and a link drawn as a button share. */
export function buttonStyle(tone: ButtonTone, size: ButtonSize, className?: string): string {
  return classNames(
    "inline-flex items-center justify-center gap-1.5 rounded-sm border text-sm font-bold",
    "whitespace-nowrap no-underline motion-safe:transition-colors",
    sizes[size],
    tones[tone],
    unavailable,
    className,
  );
}
