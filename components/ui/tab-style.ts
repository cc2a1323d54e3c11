/** A row of tabs; scrolls sideways on a phone. */
export const tabList = "flex overflow-x-auto border-b border-line";

/** One tab, whether a link (aria-current) or a button (data-state). */
export const tabStyle =
  "-mb-px shrink-0 border-b-2 border-transparent px-3 py-2 text-sm text-muted no-underline " +
  "hover:text-primary -outline-offset-2 pointer-coarse:py-3 " +
  "aria-[current=page]:border-primary aria-[current=page]:font-bold aria-[current=page]:text-primary " +
  "data-[state=active]:border-primary data-[state=active]:font-bold data-[state=active]:text-primary";
