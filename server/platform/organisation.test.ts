import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import type { SandboxName } from '@/lib/ids';
import { getConnectionSpec } from './flow-service/connection-specs';
import { listDataflows } from './flow-service/dataflows';
import { listIdentityNamespaces } from './identity/identity-namespaces';
import type { PlatformContext } from './platform-context';
import { PlatformError } from './platform-error';
import { listSandboxes } from './sandboxes/sandboxes';
import { getTenantId } from './schema-registry/stats';

import { demoContext, failureOf, onetrustSpec } from './test-support';

const emulator = createEmulator({ quiet: true, pageSize: 20 });
let baseUrl: string;
let ctx: PlatformContext;

beforeAll(async () => {
  baseUrl = (await emulator.listen(0)).url;
  ctx = demoContext(baseUrl, emulator.control.nowMs);
});
afterAll(() => emulator.close());

describe('what an organisation has', () => {
  it('lists its active sandboxes without naming one, the default first', async () => {
    const gone = { ...ctx, sandboxName: 'deleted-since' as SandboxName };
    expect(await listSandboxes(gone)).toEqual([
      { name: 'prod', title: 'Production', type: 'production', isDefault: true, region: 'VA7' },
      { name: 'dev', title: 'Dev', type: 'development', isDefault: false, region: 'VA7' },
    ]);
  });

  it('tells its tenant, and the namespaces of identities', async () => {
    expect(await getTenantId(ctx)).toBe('tributarydemo');
    const email = (await listIdentityNamespaces(ctx)).find(({ code }) => code === 'Email');
    expect(email).toMatchObject({ code: 'Email', idType: 'EMAIL', custom: false });
  });

  it('refuses a sandbox that does not exist', async () => {
    const elsewhere = { ...ctx, sandboxName: 'nowhere' as SandboxName };
    expect(await failureOf(getTenantId(elsewhere))).toBeInstanceOf(PlatformError);
    expect(await failureOf(listDataflows(elsewhere))).toMatchObject({ kind: 'not-found' });
  });

  it('declares what a source asks for', async () => {
    const spec = await getConnectionSpec(ctx, onetrustSpec.id);
    expect(spec.authSpecs).toMatchObject([{ name: 'OAuth2 Refresh Code' }]);
    const names = spec.authSpecs[0]?.properties.map(({ name, secret }) => ({ name, secret }));
    expect(names).toContainEqual({ name: 'accessToken', secret: true });
    expect(names).toContainEqual({ name: 'host', secret: false });
  });
});
