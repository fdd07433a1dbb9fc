/**
 * Every number that governs calls to Adobe, in one place. Waits and deadlines are multiplied by `ctx.timeScale`, which
 * is 1 unless every upstream is loopback.
 */
export const policy = {
  /** `mutation` lies just above the gateway's own limit of 60 s: whoever waits less learns less. */
  deadlineMs: { read: 15_000, preview: 30_000, mutation: 65_000, token: 10_000 },
  maximumBytes: { read: 8 * 1024 * 1024, preview: 8 * 1024 * 1024, mutation: 1024 * 1024, token: 256 * 1024 },
  /**
   * A schema of a source takes two levels for each of its own, and 64 of those are shown. `JSON.stringify` overflows the
   * stack near 5,000 levels while `JSON.parse` reads 100,000.
   */
  maximumDepth: 256,
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
  /**
   * What repeating may cost an upstream: a retry takes tokens, a success gives one back. A failing upstream gets a burst
   * of ten retries and then at most one for ten calls that went well.
   */
  budget: { tokens: 100, retry: 10, throttledRetry: 5, success: 1 },
  /** So many failures in a row within the window stop all calls for a while; then one goes ahead and tries. */
  circuit: { failures: 5, withinMs: 10_000, openMs: 15_000 },
  /** Calls of provisioning at the same time, for an organisation and instance. */
  callsAtOnce: 4,
  provisioning: {
    /** A run is driven by whoever holds its lease; the holder renews it well before it ends. */
    leaseMs: 30_000,
    leaseRenewalMs: 10_000,
    /** One invocation works so long and stops between two steps; the next one goes on from the ledger. */
    sliceMs: 60_000,
    /** After the deadline the request may still be executing: absence proves nothing before this has passed too. */
    quietPeriodMs: 30_000,
    /** A request that has waited longer for its place is announced anew: its deadline and quiet period begin when it leaves. */
    longestQueueMs: 3_000,
    /** Finding an object early is certain, not finding it is not: these come before the end of the quiet period. */
    earlyLookUpsMs: [0, 1_000, 3_000],
    /** When to look for an object whose creation got no answer, counted from the end of the quiet period. */
    lookUpsMs: [500, 1_000, 2_000, 4_000, 8_000, 15_000],
    /** How often one create is sent between two rests of its run. */
    maximumSends: 3,
    /** How often one delete is sent between two rests; repeating it is harmless. */
    maximumDeletes: 4,
    backOffLimitMs: 20_000,
    /** A longer `Retry-After` rests the run with a visible time instead of holding a worker. */
    longestWaitMs: 30_000,
    /** A longer `Retry-After` than this asks a person. */
    longestRestMs: 900_000,
    /** When a resting run goes on by itself; after the last one it asks. */
    wakeUpsMs: [60_000, 300_000, 900_000, 3_600_000],
    /** Looks for objects that a request made after everybody had given it up, counted from the end of the run. */
    sweepsMs: [120_000, 600_000, 86_400_000],
    /** How long the answer of a create is held to be written when the database does not take it. */
    recordMs: 60_000,
    /** A dataflow must start in the future at the moment it is sent. */
    startMarginSeconds: 60,
    /** Reads of the new dataflow before it may be called created. */
    verifyMs: [0, 500, 1_000, 2_000, 4_000, 8_000],
    /** How often to ask the database which runs are due. */
    duePollMs: 5_000,
  },
  token: {
    /** Renewed this long before its end, so that a call never starts with a token about to die. */
    marginMs: 300_000,
  },
} as const;

export type CallKind = keyof typeof policy.deadlineMs;
