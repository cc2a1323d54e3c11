const base = "http://own.invalid";

/**
 * A path of this site to go to after sign-in, or `/desk` for anything else. The
 * browser's own reading decides, since it drops tabs and takes `\` for `/`; the
 * result is looked at again, because `/.//host` becomes `//host` on the way.
 */
export function ownPath(wish: unknown): string {
  if (typeof wish !== "string" || !wish.startsWith("/") || !URL.canParse(wish, base)) {
    return "/desk";
  }
  const url = new URL(wish, base);
  const path = url.pathname + url.search + url.hash;
  const foreign = url.origin !== base || path.startsWith("//");
  return foreign || /^\/(login|api)(\/|\?|#|$)/.test(path) ? "/desk" : path;
}
