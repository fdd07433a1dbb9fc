/**
 * Every number of provisioning. Times are milliseconds and are multiplied by the context's time scale, which is 1 unless
 * every upstream is loopback.
 */
export const provisioningPolicy = {
  /** A run is driven by whoever holds its lease; the holder renews it well before it ends. */
  leaseMs: 30_000,
  leaseRenewalMs: 10_000,
  /** The client's own deadline for a mutation: the gateway gives up after 60 s. */
  mutationDeadlineMs: 65_000,
  /** After the deadline the request may still be executing: absence proves nothing before this has passed too. */
  quietPeriodMs: 30_000,
  /** When to look for an object whose creation got no answer, counted from the end of the quiet period. */
  lookUpsMs: [500, 1_000, 2_000, 4_000, 8_000, 15_000],
  /** Looks at once as well: finding it early is certain, not finding it is not. */
  earlyLookUpsMs: [0, 1_000, 3_000],
  /** How often one create is sent before the run parks. */
  maximumSends: 3,
  /** Back-off after an answer that proves that nothing was made: full jitter, doubled each time. */
  backOffMs: 200,
  throttledBackOffMs: 1_000,
  backOffLimitMs: 20_000,
  /** A `Retry-After` beyond this parks the run with a visible time instead of holding a worker. */
  longestWaitMs: 30_000,
  /** Automatic tries of a parked run. */
  wakeUpsMs: [60_000, 300_000, 900_000, 3_600_000],
  /** A dataflow must start in the future at the moment it is sent. */
  startMarginSeconds: 60,
  callsAtOnce: 4,
} as const;
