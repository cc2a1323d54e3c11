/** The page behind a dialog. */
export const overlayStyle = "fixed inset-0 z-40 bg-ink/50";

/** The box itself: in the middle, never higher than the window, its body scrolls. */
export const dialogStyle =
  "fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 " +
  "-translate-y-1/2 flex-col rounded-md border border-line bg-paper shadow-dialog";

export const dialogTitle = "text-lg font-bold";

export const dialogFoot =
  "flex flex-wrap justify-end gap-2 border-t border-line bg-ground px-5 py-3 rounded-b-md";
