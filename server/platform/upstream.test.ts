import { describe, expect, test } from 'vitest';
import { PlatformError } from './platform-error';
import { createUpstream } from './upstream';

function anUpstream() {
  let nowMs = 0;
  const upstream = createUpstream({ timeScale: 1, monotonicMs: () => nowMs });
  const isOpen = () => {
    try {
      upstream.admit('GET /flows');
      return false;
    } catch (error) {
      if (error instanceof PlatformError) return true;
      throw error;
    }
  };
  return {
    upstream,
    isOpen,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('the budget of retries', () => {
  test('gives a burst of ten, then one for ten successes', () => {
    const { upstream } = anUpstream();
    const burst = Array.from({ length: 12 }, () => upstream.mayRetry('server-error'));
    expect(burst.filter(Boolean)).toHaveLength(10);
    for (let call = 0; call < 9; call += 1) upstream.succeeded();
    expect(upstream.mayRetry('server-error')).toBe(false);
    upstream.succeeded();
    expect(upstream.mayRetry('server-error')).toBe(true);
    expect(upstream.mayRetry('server-error')).toBe(false);
  });

  test('a throttled answer costs half', () => {
    const { upstream } = anUpstream();
    const burst = Array.from({ length: 30 }, () => upstream.mayRetry('rate-limited'));
    expect(burst.filter(Boolean)).toHaveLength(20);
  });
});

describe('the circuit', () => {
  test('opens after five failures in a row within ten seconds and lets one try after fifteen', () => {
    const { upstream, isOpen, pass } = anUpstream();
    for (let call = 0; call < 5; call += 1) {
      expect(isOpen()).toBe(false);
      upstream.failed('server-error');
      pass(1_000);
    }
    expect(isOpen()).toBe(true);
    pass(14_001);
    expect(isOpen()).toBe(false);
    // Whoever comes while the first one tries is kept back.
    expect(isOpen()).toBe(true);
    upstream.succeeded();
    expect(isOpen()).toBe(false);
  });

  test('stays closed when failures lie apart, or an answer comes in between', () => {
    const { upstream, isOpen, pass } = anUpstream();
    for (let call = 0; call < 20; call += 1) {
      upstream.failed('timeout');
      pass(3_000);
    }
    expect(isOpen()).toBe(false);
    for (let call = 0; call < 20; call += 1) {
      upstream.failed('timeout');
      upstream.failed(call % 2 === 0 ? 'rejected' : 'rate-limited');
    }
    expect(isOpen()).toBe(false);
  });

  test('says that nothing was sent, and when to come again', () => {
    const { upstream } = anUpstream();
    for (let call = 0; call < 5; call += 1) upstream.failed('connection-lost');
    expect(() => upstream.admit('POST /flows')).toThrow(
      expect.objectContaining({ kind: 'not-sent', retryAfterSeconds: 15 }),
    );
  });
});

test('at most four calls of an organisation go at the same time', async () => {
  const { upstream } = anUpstream();
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 12 }, () =>
      upstream.takeTurn(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(4);
});
