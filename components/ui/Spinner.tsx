/** Turns while something is under way; the words beside it say what. */
export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 shrink-0 animate-spin motion-reduce:[animation-duration:4s] rounded-full border-2 border-current border-r-transparent"
    />
  );
}
