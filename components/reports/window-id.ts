/** A name for this window; also where the page is served without encryption, which `randomUUID` wants. */
export function newWindowId(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return [...words].map((word) => word.toString(36)).join("");
}
