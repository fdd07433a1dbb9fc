import { requestTestToken, type TestClient } from './test-client';

/** Adds an organisation through the control surface; `headers` are those of its credential. */
export async function addTenant(
  client: TestClient,
  name: string,
): Promise<{ orgId: string; headers: Record<string, string> }> {
  const orgId = `${name}@AdobeOrg`;
  const reply = await client.raw('/__emu/orgs', {
    method: 'POST',
    body: JSON.stringify({
      orgId,
      tenantId: name.replace('-', ''),
      clientId: `${name}-client`,
      clientSecret: `${name}-secret`,
      sandboxes: ['prod', 'stage'],
    }),
  });
  if (reply.status !== 201) throw new Error(`adding ${orgId} answered ${reply.status}`);
  const token = await requestTestToken(client.url, `${name}-client`, `${name}-secret`);
  return {
    orgId,
    headers: {
      authorization: `Bearer ${token}`,
      'x-api-key': `${name}-client`,
      'x-gw-ims-org-id': orgId,
      'x-sandbox-name': 'prod',
    },
  };
}
