/** What a coloured part says; the words beside it must say it too. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** Soft background, border and text. */
export const softTone: Record<Tone, string> = {
  neutral: "bg-sunken border-line text-ink",
  info: "bg-primary-soft border-primary-line text-primary",
  success: "bg-success-soft border-success-line text-success",
  warning: "bg-warning-soft border-warning-line text-warning",
  danger: "bg-danger-soft border-danger-line text-danger",
};

/** Solid fill of a dot or a bar. */
export const solidTone: Record<Tone, string> = {
  neutral: "bg-edge",
  info: "bg-primary",
  success: "bg-success",
  warning: "bg-warning-mark",
  danger: "bg-danger",
};
