/** 校验码 as people compare it: the first eight characters in groups of four. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`.toUpperCase();
}
