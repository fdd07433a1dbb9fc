/** How an answer reaches the wire when it does not do so properly. */
export type Cut = {
  how: 'reset' | 'fin' | 'truncate' | 'drip';
  /** Bytes of the body that are sent; with `drip`, bytes in each piece. */
  bytes: number;
  /** Where a reset happens: before anything, after the headers, or within the body. */
  at?: 'accept' | 'headers' | 'body';
  /** Whether a truncated message is still complete HTTP. */
  framing?: 'ok' | 'broken';
  /** Pause between the pieces of a `drip`, milliseconds. */
  pauseMs?: number;
};

/** What a rule that says nothing gets. */
export const cutSettings = { dripPauseMs: 200, dripBytes: 1, truncateBytes: 20 };

/** The connection ends before anything is sent. */
export const resetAtOnce: Cut = { how: 'reset', bytes: 0, at: 'accept' };
