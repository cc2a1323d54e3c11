import type { Locator, Page } from "@playwright/test";

/** Pastes by the clipboard and the keys, as a person does it; the context must allow both. */
export async function paste(page: Page, place: Locator, text: string, html?: string) {
  await page.evaluate(
    ([plain = "", rich]) => {
      const kinds: Record<string, Blob> = {
        "text/plain": new Blob([plain], { type: "text/plain" }),
      };
      if (rich) kinds["text/html"] = new Blob([rich], { type: "text/html" });
      return navigator.clipboard.write([new ClipboardItem(kinds)]);
    },
    [text, html],
  );
  await place.focus();
  await page.keyboard.press("Control+v");
}

/** The event of a paste alone: the way through the clipboard would tidy hostile HTML up first. */
export async function pasteRaw(place: Locator, html: string) {
  await place.focus();
  await place.evaluate((field, rich) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", rich);
    clipboardData.setData("text/plain", "x");
    const cancelable = { bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, ...cancelable }));
  }, html);
}
