/**
 * Where a request came from. The last entry of `X-Forwarded-For` is the one that
 * the nearest proxy wrote; those before it are the sender's word. Without a proxy
 * it is the sender's word too where the header was sent, else the server writes it
 * itself, an IPv4 address in its IPv6 form; the limit per account never depends on it.
 */
export function clientAddress(headers: Headers): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const plain = last.replace(/^::ffff:(?=[\d.]+$)/i, "");
  return /^[\da-f.:]{2,45}$/i.test(plain) ? plain : null;
}
