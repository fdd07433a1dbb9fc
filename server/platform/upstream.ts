import { limitCalls, type TakeTurn } from '../limit-calls';
import { PlatformError, type PlatformErrorKind } from './platform-error';
import { policy } from './policy';

/** What one process knows of one organisation's upstream: shared by all its calls, so that they spare it together. */
export type Upstream = {
  /** Throws `not-sent` while the circuit is open; the one that tries first after that gets through. */
  admit: (endpoint: string) => void;
  succeeded: () => void;
  /** `kind` of a failure that says something about the upstream, not about the request. */
  failed: (kind: PlatformErrorKind) => void;
  /** Takes what a retry costs out of the budget; false when there is not enough left. */
  mayRetry: (kind: PlatformErrorKind) => boolean;
  /** What the clock of the platform shows, and what ours did then; epoch milliseconds. */
  sawDate: (serverMs: number, ownMs: number) => void;
  /** A moment of our clock by the clock of the platform: one of them may be hours off. */
  toPlatformTime: (ownMs: number) => number;
  /** Runs the call when one of few places is free. */
  takeTurn: TakeTurn;
};

const clockToleranceMs = 10_000;
const unhealthy: readonly PlatformErrorKind[] = ['timeout', 'connection-lost', 'server-error', 'not-sent'];

/**
 * Budget, circuit and places for one organisation. `timeScale` multiplies the waits and is 1 unless every upstream is
 * loopback; `monotonicMs` never jumps.
 */
export function createUpstream({
  timeScale,
  monotonicMs = () => performance.now(),
}: {
  timeScale: number;
  monotonicMs?: () => number;
}): Upstream {
  const { budget, circuit, callsAtOnce } = policy;
  let tokens: number = budget.tokens;
  let failures: number[] = [];
  let openUntilMs = 0;
  let offsetMs = 0;

  return {
    admit(endpoint) {
      const leftMs = openUntilMs - monotonicMs();
      if (leftMs > 0) {
        throw new PlatformError('not-sent', endpoint, {
          title: 'Not sent: the platform has failed several times in a row',
          retryAfterSeconds: leftMs / timeScale / 1000,
        });
      }
      // Half open: whoever comes next while this one tries is kept back.
      if (openUntilMs > 0) openUntilMs = monotonicMs() + circuit.openMs * timeScale;
    },
    succeeded() {
      failures = [];
      openUntilMs = 0;
      tokens = Math.min(budget.tokens, tokens + budget.success);
    },
    failed(kind) {
      if (!unhealthy.includes(kind)) {
        // It answered, whatever it said.
        failures = [];
        openUntilMs = 0;
        return;
      }
      const nowMs = monotonicMs();
      failures = [...failures.filter((atMs) => nowMs - atMs < circuit.withinMs * timeScale), nowMs];
      if (failures.length >= circuit.failures) openUntilMs = nowMs + circuit.openMs * timeScale;
    },
    mayRetry(kind) {
      const cost = kind === 'rate-limited' ? budget.throttledRetry : budget.retry;
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    sawDate(serverMs, ownMs) {
      if (Number.isNaN(serverMs)) return;
      const apartMs = serverMs - ownMs;
      // A date has whole seconds and has travelled: a few seconds say nothing.
      offsetMs = Math.abs(apartMs) > clockToleranceMs ? apartMs : 0;
    },
    toPlatformTime: (ownMs) => ownMs + offsetMs,
    takeTurn: limitCalls(callsAtOnce),
  };
}
