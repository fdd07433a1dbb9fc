import { policy } from '../platform/policy';
import { type ImsContext, requestServiceToken } from './token-request';

/** Hands out one access token at a time to whoever asks. */
export type ServiceTokenSource = {
  /**
   * The current token, fetched when there is none or when it is about to end. `renew` fetches another one, unless the
   * `refused` one has been replaced already. Throws `PlatformError` of `POST /ims/token/v3`.
   */
  accessToken: (options?: { renew: boolean; refused?: string }) => Promise<string>;
};

type Held = { token: string; usableUntilMs: number };

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
    // A life shorter than the margin would ask again on every call.
    const usableMs = Math.max(lifetimeMs - policy.token.marginMs, lifetimeMs / 2);
    held = { token: accessToken, usableUntilMs: monotonicMs() + usableMs };
    return held;
  }

  return {
    async accessToken({ renew, refused } = { renew: false }) {
      const isRefused = renew && (refused === undefined || refused === held?.token);
      if (held && !isRefused && monotonicMs() < held.usableUntilMs) return held.token;
      inFlight ??= fetchToken().finally(() => {
        inFlight = undefined;
      });
      return (await inFlight).token;
    },
  };
}
