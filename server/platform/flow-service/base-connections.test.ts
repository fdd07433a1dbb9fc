import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import type { PlatformContext } from '../platform-context';
import { createAccount, demoContext, etagOf, failureOf, onetrustSpec, stripeSpec } from '../test-support';
import {
  deleteBaseConnection,
  getBaseConnection,
  listBaseConnections,
  renameBaseConnection,
  testBaseConnection,
  updateBaseConnectionCredentials,
} from './base-connections';

const emulator = createEmulator({ quiet: true, pageSize: 20 });
let baseUrl: string;
let ctx: PlatformContext;

beforeAll(async () => {
  baseUrl = (await emulator.listen(0)).url;
  ctx = demoContext(baseUrl, emulator.control.nowMs);
});
afterAll(() => emulator.close());

describe('accounts', () => {
  it('are created, read, listed, renamed, given another key, tried and deleted', async () => {
    const created = await createAccount(ctx, 'Round trip');
    const account = await getBaseConnection(ctx, created.id);
    expect(account).toEqual({
      id: created.id,
      name: 'Round trip',
      description: 'marker-1',
      connectionSpecId: stripeSpec.id,
      authSpecName: 'OAuth2 Refresh Code',
      state: 'enabled',
      createdAtMs: expect.any(Number),
      updatedAtMs: expect.any(Number),
      etag: created.etag,
    });
    expect(await listBaseConnections(ctx, { connectionSpecId: stripeSpec.id, name: 'Round trip' })).toEqual({
      items: [account],
      complete: true,
    });
    expect((await listBaseConnections(ctx, { connectionSpecId: onetrustSpec.id })).items).toEqual([]);

    const renamed = await renameBaseConnection(ctx, {
      id: created.id,
      etag: etagOf(created),
      name: 'Other name',
    });
    const stale = renameBaseConnection(ctx, { id: created.id, etag: etagOf(created), name: 'Third' });
    expect(await failureOf(stale)).toMatchObject({ kind: 'stale', code: 'FLOW-1404-412', status: 412 });
    expect(await testBaseConnection(ctx, created.id)).toBe(true);
    await updateBaseConnectionCredentials(ctx, {
      id: created.id,
      etag: etagOf(renamed),
      credentials: { accessToken: 'sk_test_expired' },
    });
    expect(await testBaseConnection(ctx, created.id)).toBe(false);
    await deleteBaseConnection(ctx, created.id);
    await deleteBaseConnection(ctx, created.id);
    expect(await failureOf(getBaseConnection(ctx, created.id))).toMatchObject({ kind: 'not-found' });
  });

  it('are listed over several pages, whatever characters their names have', async () => {
    const name = 'Comma, equals = and & more';
    const created = [];
    for (let n = 0; n < 105; n += 1) created.push(await createAccount(ctx, n === 3 ? name : `Many ${n}`));
    const all = await listBaseConnections(ctx);
    expect({ complete: all.complete, ids: new Set(all.items.map(({ id }) => id)).size }).toEqual({
      complete: true,
      ids: all.items.length,
    });
    expect(all.items.length).toBeGreaterThanOrEqual(105);
    expect((await listBaseConnections(ctx, { name })).items.map(({ id }) => id)).toEqual([created[3]?.id]);
    for (const { id } of created) await deleteBaseConnection(ctx, id);
  });
});
