import { describe, expect, it } from 'vitest';
import { createHarness } from '@/e2e/emulator/schema-registry/service-harness';

const loyalty = {
  name: 'Loyalty member',
  code: 'Loyalty',
  idType: 'CROSS_DEVICE',
  description: 'Programme id',
};

describe('identity namespaces', () => {
  it('are a bare list that holds the standard ones with their published ids', async () => {
    const { status, body } = await createHarness().call('identity', 'GET', '/identities');
    expect(status).toBe(200);
    const codes = (body as { id: number; code: string; custom: boolean }[]).map(({ id, code }) => [code, id]);
    expect(Object.fromEntries(codes)).toMatchObject({
      Email: 6,
      Phone: 7,
      ECID: 4,
      GAID: 20914,
      IDFA: 20915,
      CORE: 0,
    });
  });

  it('are made with 200, listed, read by id, and belong to their sandbox', async () => {
    const harness = createHarness();
    const made = await harness.call('identity', 'POST', '/identities', { body: loyalty });
    expect(made).toMatchObject({
      status: 200,
      body: { ...loyalty, id: 10018776, custom: true, status: 'ACTIVE' },
    });
    expect((await harness.call('identity', 'GET', '/identities/10018776')).body).toEqual(made.body);
    const elsewhere = await harness.call('identity', 'GET', '/identities', { sandbox: 'dev' });
    expect(JSON.stringify(elsewhere.body)).not.toContain('Loyalty');
  });

  it('refuse a code that is taken, in any case, with 409', async () => {
    const harness = createHarness();
    for (const code of ['Email', 'EMAIL']) {
      const answer = await harness.call('identity', 'POST', '/identities', { body: { ...loyalty, code } });
      expect(answer).toMatchObject({
        status: 409,
        body: {
          type: 'http://ns.adobe.com/adobecloud/problem/namespacevalidation',
          status: 409,
          title: 'NAMESPACE_CODE_CONFLICT',
          report: { code: 'INTEGRATION_CODE_EXISTS' },
        },
      });
    }
  });

  it.each([
    [{ ...loyalty, code: 'loyal-ty' }],
    [{ ...loyalty, code: '' }],
    [{ ...loyalty, code: 7 }],
    [{ ...loyalty, name: ' ' }],
    [{ ...loyalty, idType: 'PET' }],
    [{ ...loyalty, description: 1 }],
    [[loyalty]],
  ])('refuse %j with 400 in their own shape', async (body) => {
    const harness = createHarness();
    const before = JSON.stringify(harness.sandbox().services.identity);
    const answer = await harness.call('identity', 'POST', '/identities', { body });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        type: expect.stringContaining('namespacevalidation'),
        report: { code: 'INVALID_REQUEST_PARAMS' },
      },
    });
    expect(JSON.stringify(harness.sandbox().services.identity)).toBe(before);
  });

  it('are 404 when the id is unknown', async () => {
    expect((await createHarness().call('identity', 'GET', '/identities/999')).status).toBe(404);
  });
});
