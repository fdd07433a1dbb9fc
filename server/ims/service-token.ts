import { policy } from '../platform/policy';
import { type ImsContext, requestServiceToken } from './token-request';

/** Hands out one access token at a time to whoever asks. */
export type ServiceTokenSource = {
  /**
   * The current token, fetched when there is none or when it is about to end. `renew` drops it first, unless it was
   * fetched a moment ago: then the caller was refused with its predecessor. Throws `PlatformError` of
   * `POST /ims/token/v3`.
   */
  accessToken: (options?: { renew: boolean }) => Promise<string>;
};

type Held = { token: string; receivedAtMs: number; usableUntilMs: number };

/**
 * A source of tokens for one credential. Concurrent callers share one request. Lives are measured on `monotonicMs`
 * from the moment of receipt, so a clock that is set back or forward neither ends nor revives a token.
 */
export function createServiceTokenSource(
  options: ImsContext & {
    scopes: readonly string[];
    /** Milliseconds that never jump; the process's own unless a test moves time. */
    monotonicMs?: () => number;
  },
): ServiceTokenSource {
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  let held: Held | undefined;
  let inFlight: Promise<Held> | undefined;

  async function fetchToken(): Promise<Held> {
    const { accessToken, lifetimeMs } = await requestServiceToken(options, options.scopes);
    const receivedAtMs = monotonicMs();
    // A life shorter than the margin would ask again on every call.
    const usableMs = Math.max(lifetimeMs - policy.token.marginMs, lifetimeMs / 2);
    held = { token: accessToken, receivedAtMs, usableUntilMs: receivedAtMs + usableMs };
    return held;
  }

  return {
    async accessToken({ renew } = { renew: false }) {
      const nowMs = monotonicMs();
      const isFresh =
        held !== undefined && nowMs - held.receivedAtMs < policy.token.freshMs * options.timeScale;
      if (held && nowMs < held.usableUntilMs && (!renew || isFresh)) return held.token;
      inFlight ??= fetchToken().finally(() => {
        inFlight = undefined;
      });
      return (await inFlight).token;
    },
  };
}
