const minuteMs = 60_000;

/** A session ends after this long without a request. */
export const sessionIdleMs = 30 * minuteMs;

/** A session ends this long after the sign-in, used or not. */
export const sessionAbsoluteMs = 12 * 60 * minuteMs;

/** How exactly the time of last use is kept. */
export const touchIntervalMs = minuteMs;

/** Whether a stored session is still good at `nowMs` (epoch milliseconds). */
export function isWithinLimits(
  session: { lastSeenAt: Date; expiresAt: Date; authenticatedAt: Date },
  nowMs: number,
): boolean {
  return (
    nowMs < session.expiresAt.getTime() &&
    nowMs - session.authenticatedAt.getTime() < sessionAbsoluteMs &&
    nowMs - session.lastSeenAt.getTime() < sessionIdleMs
  );
}
