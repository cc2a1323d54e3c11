const minute = 60_000;

/** A session that nobody used for this long has run out, in milliseconds. */
export const SESSION_IDLE_MS = 30 * minute;
/** A session ends after this long however busy it is, in milliseconds. */
export const SESSION_MS = 12 * 60 * minute;
/** `lastSeenAt` is written at most this often, in milliseconds. */
export const SESSION_TOUCH_MS = minute;
/** Life of a bearer token, in milliseconds. */
export const TOKEN_MS = 12 * 60 * minute;

/** Failures are counted over this time, and a lock lasts as long, in milliseconds. */
export const THROTTLE_MS = 15 * minute;
/** Failed attempts on one account before it is locked. */
export const ACCOUNT_FAILURES = 5;
/** Failed attempts from one address, over all accounts, before it is locked. */
export const ADDRESS_FAILURES = 30;
