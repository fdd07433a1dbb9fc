import type { Pool } from 'pg';
import { expect, test, vi } from 'vitest';
import { overPool } from './postgres';

/** A pool with one connection that fails at the given statement. */
function aPool(failingAt: string) {
  const release = vi.fn();
  const query = async ({ text }: { text: string }) => {
    if (text.startsWith(failingAt)) throw new Error(`no ${failingAt}`);
    return { rows: [] };
  };
  return { pool: { connect: async () => ({ query, release }) } as unknown as Pool, release };
}

test.each([
  ['its work succeeds', 'nothing', undefined, false],
  ['not even its beginning gets through', 'begin', 'no begin', true],
  ['its end gets lost', 'commit', 'no commit', true],
])('a transaction gives its connection back when %s', async (_what, failingAt, message, isLost) => {
  const { pool, release } = aPool(failingAt);
  const outcome = await overPool(pool)
    .transaction(async () => 'done')
    .then(
      () => undefined,
      (error: Error) => (error.cause instanceof Error ? error.cause.message : error.message),
    );
  expect(outcome).toBe(message);
  expect(release.mock.calls).toEqual([[isLost]]);
});
