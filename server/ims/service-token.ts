import { PlatformError } from '../platform/platform-error';
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
 * A source of tokens for one credential. Concurrent callers share one request, and those who come after it was throttled
 * its answer: nothing is sent before its `Retry-After` is over. Lives are measured on `monotonicMs` from the moment of
 * receipt, so a clock that is set back or forward neither ends nor revives a token.
 */
export function createServiceTokenSource(
  options: ImsContext & {
    scopes: readonly string[];
    /** Milliseconds that never jump; the process's own unless a test moves time. */
    monotonicMs?: () => number;
    /** What a `Retry-After` is multiplied by; `timeScale` unless a test is patient with the deadline alone. */
    waitScale?: number;
  },
): ServiceTokenSource {
  const { timeScale, monotonicMs = () => performance.now(), waitScale = timeScale } = options;
  let throttled: { error: PlatformError; untilMs: number } | undefined;
  let held: Held | undefined;
  let inFlight: Promise<Held> | undefined;

  async function fetchToken(): Promise<Held> {
    const leftMs = (throttled?.untilMs ?? 0) - monotonicMs();
    if (throttled && leftMs > 0) {
      const { kind, endpoint, status, code, title, detail, requestId } = throttled.error;
      const retryAfterSeconds = leftMs / waitScale / 1000;
      throw new PlatformError(kind, endpoint, { status, code, title, detail, requestId, retryAfterSeconds });
    }
    const { accessToken, lifetimeMs } = await requestServiceToken(options, options.scopes).catch(
      (error: unknown) => {
        throttled = readThrottle(error);
        throw error;
      },
    );
    // A life shorter than the margin would ask again on every call.
    const usableMs = Math.max(lifetimeMs - policy.token.marginMs, lifetimeMs / 2);
    held = { token: accessToken, usableUntilMs: monotonicMs() + usableMs };
    return held;
  }

  function readThrottle(error: unknown): typeof throttled {
    if (!(error instanceof PlatformError) || error.kind !== 'rate-limited') return undefined;
    if (error.retryAfterSeconds === undefined) return undefined;
    // Beyond that a person is asked, who may try earlier.
    const waitMs = Math.min(error.retryAfterSeconds * 1000, policy.provisioning.longestRestMs);
    return { error, untilMs: monotonicMs() + waitMs * waitScale };
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
