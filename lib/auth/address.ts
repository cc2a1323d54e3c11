/**
 * Where a request came from. The last entry of `X-Forwarded-For` is the one that
 * the nearest proxy wrote; those before it are the sender's word.
 */
export function clientAddress(headers: Headers): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return /^[\da-f.:]{2,45}$/i.test(last) ? last : null;
}
