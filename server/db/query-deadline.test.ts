import type { PGlite } from '@electric-sql/pglite';
import { describe, expect, it, vi } from 'vitest';
import { DatabaseTimeout, withQueryDeadline } from './query-deadline';

const never = () => new Promise<never>(() => undefined);

/** Only the calls that matter here, in the shape of the engine. */
function anEngine(over: Record<string, unknown>): PGlite {
  return over as unknown as PGlite;
}

describe('a deadline on queries', () => {
  it('passes on what came in time', async () => {
    const onBroken = vi.fn();
    const query = async (text: string) => ({ rows: [text] });
    const transaction = async (body: (tx: unknown) => Promise<unknown>) => await body({ query });
    const client = withQueryDeadline(anEngine({ query, transaction, ready: true }), onBroken, 20);

    expect(client.ready).toBe(true);
    expect(await client.query('select 1')).toEqual({ rows: ['select 1'] });
    expect(await client.transaction((tx) => tx.query('select 2'))).toEqual({ rows: ['select 2'] });
    await expect(client.transaction(() => Promise.reject(new Error('rolled back')))).rejects.toThrow(
      'rolled back',
    );
    expect(onBroken).not.toHaveBeenCalled();
  });

  it('gives up on an engine that hangs and says that it is broken', async () => {
    const onBroken = vi.fn();
    const client = withQueryDeadline(anEngine({ query: never, transaction: never }), onBroken, 20);
    await expect(client.query('select 1')).rejects.toThrow(DatabaseTimeout);
    await expect(client.transaction(async () => 'done')).rejects.toThrow(DatabaseTimeout);
    expect(onBroken).toHaveBeenCalledTimes(2);
  });

  it('gives up on a query inside a transaction', async () => {
    const transaction = async (body: (tx: unknown) => Promise<unknown>) => await body({ query: never });
    const client = withQueryDeadline(anEngine({ transaction }), vi.fn(), 20);
    await expect(client.transaction((tx) => tx.query('select 1'))).rejects.toThrow(DatabaseTimeout);
  });

  it('does not run a transaction any more after its caller was told that it failed', async () => {
    let begin: () => void = () => undefined;
    const transaction = async (body: (tx: unknown) => Promise<unknown>) => {
      await new Promise<void>((resolve) => {
        begin = resolve;
      });
      return await body({});
    };
    const client = withQueryDeadline(anEngine({ transaction }), vi.fn(), 20);
    const body = vi.fn();
    await expect(client.transaction(body)).rejects.toThrow(DatabaseTimeout);
    begin();
    await Promise.resolve();
    expect(body).not.toHaveBeenCalled();
  });

  it('does not count the time a transaction spends between its queries', async () => {
    const query = async () => 'row';
    const transaction = async (body: (tx: unknown) => Promise<unknown>) => await body({ query });
    const client = withQueryDeadline(anEngine({ transaction }), vi.fn(), 5);
    const slow = client.transaction(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 25));
      return await tx.query('select 1');
    });
    expect(await slow).toBe('row');
  });
});
