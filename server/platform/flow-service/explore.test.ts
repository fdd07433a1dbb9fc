import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import type { PlatformContext } from '../platform-context';
import { createAccount, demoContext, failureOf, onetrustSpec } from '../test-support';
import { createBaseConnection } from './base-connections';
import { exploreSource } from './explore';
import { readSourceRefusal } from './source-refusal';

const emulator = createEmulator({ quiet: true, pageSize: 20 });
let baseUrl: string;
let ctx: PlatformContext;

beforeAll(async () => {
  baseUrl = (await emulator.listen(0)).url;
  ctx = demoContext(baseUrl, emulator.control.nowMs);
});
afterAll(() => emulator.close());

describe('explore', () => {
  it('shows schema and records of a resource, and no record unless asked', async () => {
    const { id } = await createAccount(ctx, 'Explore');
    const request = { baseConnectionId: id, sourceParams: { resourcePath: 'charges' } };
    const { schema, records } = await exploreSource(ctx, { ...request, preview: true });
    expect(schema).toMatchObject({ type: 'object', properties: { data: { type: 'object' } } });
    expect(records.length).toBe(10);
    expect(records[0]).toMatchObject({ data: { object: 'charge' } });
    expect((await exploreSource(ctx, { ...request, preview: false })).records).toEqual([]);
  });

  it('of a source with one stream sends no parameters', async () => {
    const { id } = await createBaseConnection(ctx, {
      name: 'OneTrust',
      description: '',
      connectionSpec: onetrustSpec,
      authSpecName: 'OAuth2 Refresh Code',
      credentials: { host: 'demo.onetrust.example', accessToken: 'ot_tributary' },
    });
    const { records } = await exploreSource(ctx, { baseConnectionId: id, sourceParams: {}, preview: true });
    expect(records[0]).toMatchObject({ content: { Identifier: expect.any(String) } });
    const [row] = emulator.control.journal({ op: 'flow.connections.explore' }).slice(-1);
    expect(JSON.stringify(row)).not.toContain('sourceParams');
  });

  it.each([
    ['sk_test_expired', 'charges', 'key-expired'],
    ['sk_test_somethingwrong', 'charges', 'key-invalid'],
    ['rk_test_charges_only', 'refunds', 'permission-missing'],
  ])('with the key %s for %s ends in %s', async (accessToken, resourcePath, reason) => {
    const { id } = await createAccount(ctx, 'Refused', accessToken);
    const error = await failureOf(
      exploreSource(ctx, { baseConnectionId: id, sourceParams: { resourcePath }, preview: true }),
    );
    expect(readSourceRefusal(error)?.reason).toBe(reason);
    expect(error.detail).not.toContain(accessToken);
  });

  it.each([
    ['other.onetrust.example', 'ot_tributary', 'host-unreachable'],
    ['demo.onetrust.example', 'ot_expired', 'key-expired'],
    ['demo.onetrust.example', 'ot_wrong', 'key-invalid'],
  ])('at the host %s with %s ends in %s', async (host, accessToken, reason) => {
    const { id } = await createBaseConnection(ctx, {
      name: 'OneTrust',
      description: '',
      connectionSpec: onetrustSpec,
      authSpecName: 'OAuth2 Refresh Code',
      credentials: { host, accessToken },
    });
    const error = await failureOf(
      exploreSource(ctx, { baseConnectionId: id, sourceParams: {}, preview: false }),
    );
    expect(readSourceRefusal(error)?.reason).toBe(reason);
  });

  it('of a path that does not exist is no refusal of the source', async () => {
    const { id } = await createAccount(ctx, 'Wrong path');
    const error = await failureOf(
      exploreSource(ctx, { baseConnectionId: id, sourceParams: { resourcePath: 'payouts' }, preview: true }),
    );
    expect({ kind: error.kind, refusal: readSourceRefusal(error) }).toEqual({
      kind: 'rejected',
      refusal: undefined,
    });
  });
});
