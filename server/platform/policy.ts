/**
 * Every number that governs calls to Adobe, in one place. Waits and deadlines are multiplied by `ctx.timeScale`, which
 * is 1 unless every upstream is loopback.
 */
export const policy = {
  /** `mutation` lies just above the gateway's own limit of 60 s: whoever waits less learns less. */
  deadlineMs: { read: 15_000, preview: 30_000, mutation: 65_000, token: 10_000 },
  maximumBytes: { read: 8 * 1024 * 1024, preview: 8 * 1024 * 1024, mutation: 1024 * 1024, token: 256 * 1024 },
  /** `JSON.stringify` overflows the stack near 5,000 levels while `JSON.parse` reads 100,000. */
  maximumDepth: 64,
  maximumDetailLength: 500,
  attempts: 4,
  /** A hanging upstream costs a whole deadline each time, so it gets one repetition, not three. */
  attemptsAfterTimeout: 2,
  backOffMs: { transient: { first: 200, most: 5_000 }, throttled: { first: 1_000, most: 20_000 } },
  /** A longer `Retry-After` is left to the caller, who can say so to a person. */
  maximumRetryAfterSeconds: 30,
  /** Shown when a throttled answer says nothing itself. */
  assumedRetryAfterSeconds: 20,
  pageSize: 100,
  maximumItems: 2_000,
  /** Empty pages that carry a token do not count as items; this ends them. */
  maximumPages: 60,
  token: {
    /** Renewed this long before its end, so that a call never starts with a token about to die. */
    marginMs: 300_000,
  },
} as const;

export type CallKind = keyof typeof policy.deadlineMs;
