import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { createServiceTokenSource } from '../ims/service-token';
import type { PlatformContext } from './platform-context';
import { getTenantId } from './schema-registry/stats';

import { demoContext, failureOf } from './test-support';

const emulator = createEmulator({ quiet: true, pageSize: 20 });
let baseUrl: string;
let ctx: PlatformContext;

beforeAll(async () => {
  baseUrl = (await emulator.listen(0)).url;
  ctx = demoContext(baseUrl, emulator.control.nowMs);
});
afterAll(() => emulator.close());

describe('tokens', () => {
  it('that were revoked are renewed without anybody noticing', async () => {
    await getTenantId(ctx);
    emulator.control.tokens({ revoke: 'service' });
    expect(await getTenantId(ctx)).toBe('tributarydemo');
  });

  it('for a wrong secret are refused by IMS', async () => {
    const source = createServiceTokenSource({
      imsBaseUrl: baseUrl,
      clientId: 'tributary-demo',
      clientSecret: 'wrong-secret',
      scopes: ['openid'],
      fetch: globalThis.fetch,
      now: Date.now,
      timeScale: 1,
    });
    const error = await failureOf(source.accessToken());
    expect({ endpoint: error.endpoint, code: error.code }).toEqual({
      endpoint: 'POST /ims/token/v3',
      code: 'invalid_client',
    });
  });
});
